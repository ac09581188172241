package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.practice.PracticeCamera;
import org.facedesk.desktop.login.LoginServices;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.e2e.RemoteClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import picocli.CommandLine;

/**
 * A day at the desk, from the first start to the lock in the evening: the window of a running
 * station with its own engine, before the practice camera.
 */
class OperatorsDayTest {
  private static final String PASSWORD = "a few words in a row";
  private static final String REASON = "the papers are the same";
  private static final int CAPTURE_SECONDS = 90;
  private static final int SECONDS = 30;

  /** What is not looked at need not be rendered. */
  private static final double LOOKED_AT_PER_SECOND = 10;

  @TempDir private Path folder;
  private final Texts texts = Texts.of(Locale.ENGLISH);
  private final FxRobot robot = new FxRobot();
  private DeskFeeds feeds;
  private volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private Station station;
  private Stage stage;
  private FacedeskWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    StationOptions data =
        CommandLine.populateCommand(
            new StationOptions(), "--data", folder.resolve("data").toString());
    station = Station.start(data, CommandLine.populateCommand(new ServerOptions(), "--port", "0"));
    feeds = new DeskFeeds(station.settings(), source -> new PracticeCamera(LOOKED_AT_PER_SECOND));
    WindowServices real =
        Desk.of(station, feeds, new SourceSpec.Practice(), Locale.ENGLISH, Theme.LIGHT);
    WindowServices services =
        new WindowServices(
            real.capture(),
            real.enroll(),
            real.printer(),
            real.camera(),
            real.status(),
            real.signedIn(),
            new LoginServices(
                real.login().signIn(),
                real.login().operators(),
                real.login().standing(),
                () -> now),
            real.rooms(),
            () -> Duration.ofMinutes(5),
            real.locale(),
            real.theme(),
            new OneFile());
    stage = FxToolkit.registerPrimaryStage();
    window = FxToolkit.setupFixture(() -> FacedeskWindow.show(stage, services));
    SmallScreen.fit(stage);
  }

  @AfterEach
  void close() throws TimeoutException, InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    FxToolkit.setupFixture(() -> window.close(closed::countDown));
    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    FxToolkit.cleanupStages();
    feeds.close();
    station.close();
  }

  @Test
  void fromTheFirstStartToTheLockInTheEvening() throws Exception {
    theFirstStartFoundsTheAdministrator();
    whoIsSignedInAgain();
    aPersonIsEnrolled();
    theSameFaceUnderAnotherIdIsDecidedOn();
    thePersonIsVerified();
    thePersonIsErased();
    theFaceIsNowUnknown();
    String apiKey = anApiClientIsCreated();
    itsSessionIsWatched(apiKey);
    theAuditTrailIsExported();
    theWindowLocksWhenNobodyIsThere();
  }

  private void theFirstStartFoundsTheAdministrator() {
    awaitTitle("title.FIRST_START");
    write(cover("#name", TextField.class), "Grace");
    write(cover("#password", PasswordField.class), PASSWORD);
    write(cover("#repeated", PasswordField.class), PASSWORD);
    fire(cover("#go", Button.class));
    awaitTitle("title.WHO");
  }

  private void whoIsSignedInAgain() {
    robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
    awaitTitle("title.LOCKED");
    fire(cover("#other", Button.class));
    awaitTitle("title.SIGN_IN");
    write(cover("#name", TextField.class), "grace");
    write(cover("#password", PasswordField.class), PASSWORD);
    fire(cover("#go", Button.class));
    awaitTitle("title.WHO");
  }

  private void aPersonIsEnrolled() {
    capture("E-1024");
    await(CAPTURE_SECONDS, () -> content("#confirm", Button.class).isFocused());
    robot.type(KeyCode.SPACE);
    awaitTitle("title.ENROLLED");
    assertThat(station.store().users().enrolled()).isEqualTo(1);
    robot.type(KeyCode.SPACE);
    awaitTitle("title.WHO");
  }

  private void theSameFaceUnderAnotherIdIsDecidedOn() {
    capture("E-1025");
    await(CAPTURE_SECONDS, () -> content("#against", Node.class).isVisible());
    await(SECONDS, () -> content().lookup(".lookalike") != null);
    assertThat(content("#confirm", Button.class).isDisabled()).isTrue();
    write(content("#reviewReason", TextField.class), REASON);
    fire(content(".lookalike .button", Button.class));
    awaitTitle("title.REFUSED");
    assertThat(station.store().users().enrolled()).isEqualTo(1);
    robot.type(KeyCode.N);
    awaitTitle("title.WHO");
  }

  private void thePersonIsVerified() {
    go(KeyCode.DIGIT2, "nav.check");
    write(content("#checkId", TextField.class), "E-1024");
    fire(content("#start", Button.class));
    assertThat(verdict()).isEqualTo(texts.get("check.verified"));
  }

  private void thePersonIsErased() {
    go(KeyCode.DIGIT3, "nav.people");
    TableView<?> people = content("#table", TableView.class);
    await(SECONDS, () -> !people.getItems().isEmpty());
    robot.interact(() -> {
      people.requestFocus();
      people.getSelectionModel().selectLast(); // the newest, who was given up, comes first
    });
    robot.type(KeyCode.ENTER);
    await(SECONDS, () -> shown("#erase"));
    fire(content("#erase", Button.class));
    await(SECONDS, () -> content().lookup("#reason-PERSON_ASKED") != null);
    fire(content("#reason-PERSON_ASKED", ButtonBase.class));
    fire(content("#erase", Button.class));
    await(SECONDS, () -> stage.getScene().lookup("#dialog-agree") != null);
    fire((Button) OnFx.read(() -> stage.getScene().lookup("#dialog-agree")));
    await(SECONDS, () -> station.store().users().enrolled() == 0);
  }

  private void theFaceIsNowUnknown() {
    go(KeyCode.DIGIT2, "nav.check");
    fire(content("#go", Button.class));
    fire(content("#identify", ButtonBase.class));
    fire(content("#start", Button.class));
    assertThat(verdict()).isEqualTo(texts.get("check.unknown"));
  }

  private String anApiClientIsCreated() {
    go(KeyCode.DIGIT5, "nav.clients");
    fire(content("#create", Button.class));
    await(SECONDS, () -> shown("#save"));
    write(content("#name", TextField.class), "Gate");
    fire(content("#save", Button.class));
    await(SECONDS, () -> shown("#apiKey"));
    String apiKey = content("#apiKey", TextField.class).getText();
    fire(content("#done", Button.class));
    return apiKey;
  }

  private void itsSessionIsWatched(String apiKey) throws Exception {
    try (RemoteClient remote =
        new RemoteClient(URI.create(station.address().orElseThrow().url()), apiKey)) {
      assertThat(remote.post("/api/auth/enrollment/", Map.of("user_id", "ada")).status())
          .isEqualTo(201);
      go(KeyCode.DIGIT4, "nav.sessions");
      TableView<?> sessions = content("#table", TableView.class);
      await(SECONDS, () -> sessions.getItems().size() == 1);
    }
  }

  private void theAuditTrailIsExported() throws Exception {
    go(KeyCode.DIGIT6, "nav.audit");
    fire(content("#export", Button.class));
    Path file = folder.resolve("trail.jsonl");
    await(SECONDS, () -> Files.exists(file) && Files.readString(file).contains("operator.founded"));
    assertThat(Files.readString(file)).contains(REASON).doesNotContain("Grace", PASSWORD);
  }

  private void theWindowLocksWhenNobodyIsThere() {
    now = now.plus(Duration.ofMinutes(6));
    awaitTitle("title.LOCKED");
    write(cover("#password", PasswordField.class), PASSWORD);
    fire(cover("#go", Button.class));
    await(SECONDS, () -> stage.getTitle().equals(texts.get("title.place", texts.get("nav.audit"))));
  }

  /** Who, consent, and the capture itself, by the keyboard alone. */
  private void capture(String id) {
    await(SECONDS, () -> content("#userId", TextField.class).isFocused());
    robot.write(id);
    robot.type(KeyCode.ENTER);
    await(SECONDS, () -> content("#agree", CheckBox.class).isFocused());
    robot.type(KeyCode.SPACE);
    await(SECONDS, () -> content("#start", Button.class).isFocused());
    robot.type(KeyCode.SPACE);
  }

  private String verdict() {
    await(CAPTURE_SECONDS, () -> shown("#verdictTitle"));
    return content("#verdictTitle", Label.class).getText();
  }

  private void go(KeyCode digit, String entry) {
    robot.press(KeyCode.CONTROL).type(digit).release(KeyCode.CONTROL);
    String title = texts.get("title.place", texts.get(entry));
    await(SECONDS, () -> stage.getTitle().equals(title));
  }

  private void awaitTitle(String key) {
    await(SECONDS, () -> stage.getTitle().equals(texts.get(key)));
  }

  private Node content() {
    return Objects.requireNonNull(
        OnFx.<@Nullable Node>read(() -> stage.getScene().lookup("#content")));
  }

  private <T extends Node> T content(String query, Class<T> type) {
    return type.cast(
        Objects.requireNonNull(
            OnFx.<@Nullable Node>read(() -> first(content(), query, type)), query));
  }

  private <T extends Node> T cover(String query, Class<T> type) {
    return type.cast(
        Objects.requireNonNull(
            OnFx.<@Nullable Node>read(() -> stage.getScene().lookup(".login " + query)), query));
  }

  /** Of several nodes of this name the one that is seen; screens have parts that take turns. */
  private static @Nullable Node first(Node within, String query, Class<?> type) {
    List<Node> all = within.lookupAll(query).stream().filter(type::isInstance).toList();
    return all.stream()
        .filter(OperatorsDayTest::seen)
        .findFirst()
        .orElse(all.isEmpty() ? null : all.getFirst());
  }

  private boolean shown(String query) {
    return OnFx.read(() -> content().lookupAll(query).stream().anyMatch(OperatorsDayTest::seen));
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void write(TextInputControl field, String text) {
    robot.interact(() -> field.setText(text));
  }

  private void fire(ButtonBase button) {
    await(SECONDS, () -> !button.isDisabled());
    robot.interact(button::fire);
  }

  private void await(int seconds, Callable<Boolean> condition) {
    try {
      OnFx.await(seconds, condition);
    } catch (TimeoutException late) {
      throw new AssertionError(
          "the window did not come to it: %s, focus at %s"
              .formatted(stage.getTitle(), stage.getScene().getFocusOwner()),
          late);
    }
  }

  /** Whatever is saved goes to one file. */
  private final class OneFile implements FilePicker {
    @Override
    public Optional<Path> open(String title, Kind... kinds) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
      return Optional.of(folder.resolve("trail.jsonl"));
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }
}
