package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facedesk.admin.Actor;
import org.facedesk.admin.ClientOptions;
import org.facedesk.admin.Operator;
import org.facedesk.admin.OperatorResult;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.e2e.Clips;
import org.facedesk.e2e.RemoteClient;
import org.facedesk.e2e.RemoteClient.Reply;
import org.facedesk.engine.Template;
import org.facedesk.enroll.StoredTemplates;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** One clip through the operator's window and through a WebSocket of one running station. */
class WindowAndSocketTest {
  /** Of templates of one clip; two clips of one person are about 0.1 apart. */
  private static final double ALIKE = 0.1;

  private static final int CAPTURE_SECONDS = 60;

  @TempDir private Path folder;
  private final Texts texts = Texts.of(Locale.ENGLISH);
  private final FxRobot robot = new FxRobot();
  private Station station;
  private RemoteClient remote;
  private ClientRecord client;

  @BeforeEach
  void start() {
    StationOptions data =
        CommandLine.populateCommand(
            new StationOptions(), "--data", folder.resolve("data").toString());
    station = Station.start(data, CommandLine.populateCommand(new ServerOptions(), "--port", "0"));
    Map<String, Object> created =
        StoreAdministration.over(
                station.store(), client -> {}, new IntakePhotos(station.pictures()))
            .createClient("contract", ClientOptions.of(ClientRecord.Envelope.API_KEY));
    client =
        station
            .store()
            .clients()
            .byClientId(String.valueOf(created.get("client_id")))
            .orElseThrow();
    remote =
        new RemoteClient(
            URI.create(station.address().orElseThrow().url()),
            String.valueOf(created.get("api_key")));
  }

  @AfterEach
  void stop() {
    remote.close();
    station.close();
  }

  @Test
  void theSameClipEnrollsTheSamePerson() throws Exception {
    List<byte[]> clip = Clips.of(Person.PORTRAIT, Choreography.FULL, 11.9, 1);

    assertThat(overTheSocket("ada", clip).get("type").asString()).isEqualTo("enrollment_complete");
    assertThat(inTheWindow("ada", clip)).isEqualTo(texts.get("result.enrolled"));

    EnrollmentRecord there = enrollment(client.id(), "ada");
    EnrollmentRecord here = enrollment(Clients.DESK, "ada");
    assertThat(here.status()).isEqualTo(there.status()).isEqualTo("completed");
    assertThat(here.blinks()).isPositive();
    assertThat(there.blinks()).isPositive();
    assertThat(here.motionEvents()).isPositive();
    assertThat(there.motionEvents()).isPositive();
    assertThat(template(Clients.DESK, "ada").distanceTo(template(client.id(), "ada")))
        .isLessThan(ALIKE);

    List<byte[]> again = Clips.of(Person.PORTRAIT, Choreography.FULL, 11.9, 2);
    JsonNode refused = overTheSocket("somebody else", again);
    assertThat(refused.get("type").asString()).isEqualTo("enrollment_failed");
    assertThat(inTheWindow("somebody else", again))
        .isEqualTo(
            texts.get("reason." + refused.get("reason").asString().toUpperCase(Locale.ROOT)));
  }

  @Test
  void aClipWithoutATurnOfTheHeadEnrollsNobody() throws Exception {
    List<byte[]> clip = Clips.of(Person.PORTRAIT, Choreography.WITHOUT_MOTION, 6, 1);

    assertThat(overTheSocket("ada", clip).get("type").asString()).isEqualTo("frame_processed");
    assertThat(inTheWindow("ada", clip)).isNotEqualTo(texts.get("result.enrolled"));

    assertThat(enrollment(client.id(), "ada").completedAt()).isNull();
    assertThat(station.store().users().byExternalId(Clients.DESK, "ada")).isEmpty();
  }

  /** The last thing the station said. */
  private JsonNode overTheSocket(String user, List<byte[]> clip) throws Exception {
    Reply created = remote.post("/api/auth/enrollment/", Map.of("user_id", user));
    assertThat(created.status()).isEqualTo(201);
    return remote.stream(created.body().get("websocket_url").asString(), clip).last();
  }

  /** What the operator reads at the end: that it worked, or why not. */
  private String inTheWindow(String user, List<byte[]> clip) throws Exception {
    Path pictures = Files.createTempDirectory(folder, "clip");
    write(clip, pictures);
    CountDownLatch closed = new CountDownLatch(1);
    try (DeskFeeds feeds = new DeskFeeds()) {
      Stage stage = FxToolkit.registerPrimaryStage();
      WindowServices services =
          Desk.of(station, feeds, new SourceSpec.Replay(pictures), Locale.ENGLISH, Theme.LIGHT);
      // recordings are for administrators, when it is in earnest
      OperatorResult.Done made =
          (OperatorResult.Done)
              services
                  .login()
                  .operators()
                  .create(
                      Actor.COMMAND_LINE,
                      "for " + user,
                      Role.ADMINISTRATOR,
                      "correct horse battery".toCharArray());
      services.signedIn().in(new Operator(made.operator().id(), "Grace", Role.ADMINISTRATOR));
      FacedeskWindow window = FxToolkit.setupFixture(() -> FacedeskWindow.show(stage, services));
      SmallScreen.fit(stage);
      Scene scene = stage.getScene();
      await(20, () -> find(scene, "#userId", TextField.class).isFocused());
      robot.write(user);
      robot.type(KeyCode.ENTER);
      await(20, () -> find(scene, "#agree", CheckBox.class).isFocused());
      robot.type(KeyCode.SPACE);
      await(20, () -> find(scene, "#start", Button.class).isFocused());
      robot.type(KeyCode.SPACE);
      Label title = find(scene, "#title", Label.class);
      Button confirm = find(scene, "#confirm", Button.class);
      Node against = find(scene, "#against", Node.class);
      await(
          CAPTURE_SECONDS,
          () ->
              !title.getText().isEmpty()
                  || (shown(confirm) && !confirm.isDisabled())
                  || shown(against));
      if (title.getText().isEmpty() && shown(against)) {
        decideThatItIsTheSamePerson(scene);
      } else if (title.getText().isEmpty()) {
        robot.type(KeyCode.SPACE);
      }
      await(20, () -> !title.getText().isEmpty());
      String read =
          title.getText().equals(texts.get("result.enrolled"))
              ? title.getText()
              : find(scene, "#reason", Label.class).getText();
      FxToolkit.setupFixture(() -> window.close(closed::countDown));
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
      FxToolkit.cleanupStages();
      return read;
    }
  }

  private static boolean shown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** As a supervisor would who sees the same face twice. */
  private static void decideThatItIsTheSamePerson(Scene scene) {
    await(20, () -> scene.getRoot().lookup(".lookalike .button") != null);
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          find(scene, "#reviewReason", TextField.class).setText("the very same face");
          find(scene, ".lookalike .button", Button.class).fire();
        });
  }

  private static void write(List<byte[]> clip, Path pictures) throws IOException {
    for (int i = 0; i < clip.size(); i++) {
      Files.write(pictures.resolve("%04d.jpg".formatted(i)), clip.get(i));
    }
  }

  private EnrollmentRecord enrollment(UUID owner, String user) {
    UserRecord person = station.store().users().byExternalId(owner, user).orElseThrow();
    return station.store().enrollments().ofUser(owner, person.id()).getFirst();
  }

  private Template template(UUID owner, String user) {
    UserRecord person = station.store().users().byExternalId(owner, user).orElseThrow();
    StoredTemplates stored = new StoredTemplates(station.store());
    GalleryEntry entry =
        stored.byIds(stored.ids()).stream()
            .filter(each -> each.subject().equals(person.id()))
            .findFirst()
            .orElseThrow();
    return new Template(entry.modelId(), 1, entry.vector());
  }

  private static <T> T find(Scene scene, String query, Class<T> type) {
    return type.cast(
        Objects.requireNonNull(OnFx.<@Nullable Node>read(() -> scene.lookup(query)), query));
  }

  private static void await(int seconds, Callable<Boolean> condition) {
    try {
      OnFx.await(seconds, condition);
    } catch (TimeoutException late) {
      throw new AssertionError("the window did not come to it", late);
    }
  }
}
