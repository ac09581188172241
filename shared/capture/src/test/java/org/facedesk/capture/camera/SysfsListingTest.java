package org.facedesk.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysfsListingTest {
  @TempDir Path root;

  private void node(String folder, String name, String index) throws IOException {
    Path node = Files.createDirectories(root.resolve(folder));
    Files.writeString(node.resolve("name"), name + "\n");
    Files.writeString(node.resolve("index"), index + "\n");
  }

  @Test
  void camerasComeInTheOrderOfTheirNumbers() throws IOException {
    node("video10", "Late", "0");
    node("video2", "Early", "0");
    assertThat(new SysfsListing(root).cameras())
        .containsExactly(new CameraInfo(2, "Early"), new CameraInfo(10, "Late"));
  }

  @Test
  void theNodeForMetadataIsNoCamera() throws IOException {
    node("video0", "HD Webcam", "0");
    node("video1", "HD Webcam", "1");
    node("v4l-subdev0", "Sensor", "0");
    assertThat(new SysfsListing(root).cameras()).containsExactly(new CameraInfo(0, "HD Webcam"));
  }

  @Test
  void twoOfOneModelCanBeToldApart() throws IOException {
    node("video0", "HD Webcam", "0");
    node("video2", "HD Webcam", "0");
    assertThat(new SysfsListing(root).cameras())
        .extracting(CameraInfo::name)
        .containsExactly("HD Webcam", "HD Webcam (2)");
  }

  @Test
  void aDeviceWithoutNameIsCalledByItsNode() throws IOException {
    Files.createDirectories(root.resolve("video3"));
    assertThat(new SysfsListing(root).cameras()).containsExactly(new CameraInfo(3, "video3"));
  }

  @Test
  void aComputerWithoutVideoHasNoCameras() {
    assertThat(new SysfsListing(root.resolve("missing")).cameras()).isEmpty();
  }
}
