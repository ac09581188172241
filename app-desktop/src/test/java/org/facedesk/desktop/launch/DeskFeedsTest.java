package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.Setting;
import org.facedesk.core.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source the desk is told to open while it runs. */
class DeskFeedsTest {
  @TempDir private Path folder;

  @Test
  void everyOtherSourceIsToldWhatsoeverItsKind() {
    LiveSettings live =
        new LiveSettings(
            new SettingsFile(folder.resolve("station.properties")),
            Map.of(),
            () -> {
              throw new FacedeskException(ErrorCode.STATION_KEY_INVALID, "nothing is sealed here");
            });
    List<SourceSpec> told = new ArrayList<>();
    try (DeskFeeds feeds = new DeskFeeds(live)) {
      Runnable deaf = feeds.follow(told::add);
      live.save(Map.of(Setting.CAMERA, "practice"));
      live.save(Map.of(Setting.CAMERA_SIZE, "640x480"));
      live.save(Map.of(Setting.CAMERA, "replay:visit.mp4"));
      live.save(Map.of(Setting.CAMERA, "Front desk camera"));
      deaf.run();
      live.save(Map.of(Setting.CAMERA, ""));
    }
    assertThat(told)
        .containsExactly(
            new SourceSpec.Practice(),
            new SourceSpec.Replay(Path.of("visit.mp4")),
            new SourceSpec.Device("Front desk camera"));
  }
}
