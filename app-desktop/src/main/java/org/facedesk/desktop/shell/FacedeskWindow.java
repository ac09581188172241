package org.facedesk.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.check.CheckRoom;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.enroll.EnrollScreen;
import org.facedesk.desktop.enroll.EnrollView;
import org.facedesk.desktop.enroll.EnrollViewModel;
import org.facedesk.desktop.login.LoginView;
import org.facedesk.desktop.login.LoginViewModel;
import org.facedesk.desktop.login.OperatorsView;
import org.facedesk.desktop.login.PasswordDialog;
import org.facedesk.desktop.login.Vouchers;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Navigation;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Views;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * The operator's window. It makes the view models once and the screens once for each language;
 * which places there are is said by {@link WindowServices#rooms}.
 */
public final class FacedeskWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double MIN_WIDTH = 960;
  private static final double MIN_HEIGHT = 540;
  private static final String HOME = "enroll";
  private static final Duration CLOCK = Duration.millis(250);
  private static final Duration STATUS = Duration.seconds(2);

  private final WindowServices services;
  private final Stage stage;
  private final Workers workers = new Workers();
  private final Background deskWork = workers.finishing("desk");
  private final Background statusWork = workers.leaving("desk-status").again();
  private final WindowAppearance appearance;
  private final SignedIn signedIn;
  private final StackPane below = new StackPane();
  private final StackPane dialogLayer = new StackPane();
  private final StackPane open = new StackPane(below, dialogLayer);
  private final StackPane cover = new StackPane();
  private final StackPane root = new StackPane(open, cover);
  private final OverlayDialogs dialogs;
  private final FilePicker files;
  private final CaptureModel capture;
  private final EnrollViewModel enroll;
  private final LoginViewModel login;
  private final Places places;
  private final IdleLock idle;
  private final Timeline clock = new Timeline();
  private ShellView shell;
  private LoginView loginView;
  private Place current;
  private boolean statusAsked;
  private Optional<Operator> shownTo = Optional.empty();

  private FacedeskWindow(Stage stage, WindowServices services) {
    this.services = services;
    this.stage = stage;
    this.signedIn = services.signedIn();
    this.appearance =
        new WindowAppearance(
            services.theme(),
            services.locale(),
            texts -> rebuild(),
            () -> shell.controller().drawTheme());
    this.dialogs = new OverlayDialogs(dialogLayer, below, appearance::texts);
    this.files = Objects.requireNonNullElseGet(services.files(), () -> new NativeFiles(stage));
    this.capture = new CaptureModel(services.capture(), deskWork);
    this.enroll = new EnrollViewModel(services.enroll(), capture, deskWork);
    this.login =
        new LoginViewModel(services.login(), signedIn, workers.finishing("sign-in"), capture::busy);
    this.places = new Places(places());
    this.idle = new IdleLock(services.login().clock(), services.idleAfter());
    this.current = places.all().getFirst();
    this.shell = build();
    this.loginView = buildLogin();
  }

  // ==== the places ====

  /** Enrolling, which is also where the camera is, and every room the window was given. */
  private List<Place> places() {
    List<Place> all = new ArrayList<>();
    Surroundings around = around(deskWork);
    all.add(
        new Place(
                HOME,
                MaterialDesignA.ACCOUNT_PLUS_OUTLINE,
                Role.OPERATOR,
                texts -> new EnrollView(enroll, around, services.printer(), texts))
            .busyWhile(enroll::running)
            .ticking(capture::tick));
    all.add(new CheckRoom(capture).in(around));
    List<Room> rooms = new ArrayList<>(services.rooms());
    rooms.add(OperatorsView.room(services.login()));
    for (Room room : rooms) {
      all.add(room.in(around(workers.finishing("work-" + all.size()))));
    }
    return all;
  }

  private Surroundings around(Background background) {
    return new Surroundings(
        signedIn,
        background,
        dialogs,
        files,
        new Ways(),
        appearance,
        new Vouchers(services.login().signIn(), signedIn, background, dialogs, appearance::texts));
  }

  // ==== the window ====

  /**
   * Shows the window in a stage; on the UI thread. Whoever owns the stage closes the window with
   * it.
   */
  public static FacedeskWindow show(Stage stage, WindowServices services) {
    FacedeskWindow window = new FacedeskWindow(stage, services);
    window.open();
    return window;
  }

  /**
   * Lets camera and session go; returns at once.
   *
   * @param then called on another thread when that is done
   */
  public void close(Runnable then) {
    clock.stop();
    letGo();
    Thread.ofPlatform()
        .name("desk-closing")
        .start(() -> {
          workers.await();
          then.run();
        });
  }

  /** Lets camera and session go, and returns when that is done. */
  void release() {
    letGo();
    workers.await();
  }

  private void letGo() {
    enroll.close();
    capture.close();
    places.all().forEach(place -> place.close().run());
    workers.shutdown();
  }

  private void open() {
    // what escapes a handler on this thread must not vanish into the console
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, failure) -> enroll.failed(deskWork.report(failure)));
    root.getStyleClass().add("window");
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().add(Views.stylesheet(PreviewPane.class, "controls.css"));
    scene.getStylesheets().add(Views.stylesheet(FacedeskWindow.class, "shell.css"));
    new WindowKeys(new Keys(), () -> shell.current()).watch(scene);
    enroll.listen(this::draw);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setScene(scene);
    fit();
    stage.show();
    login.listen(screen -> cover());
    login.start();
    capture.open(services.camera());
    clock.getKeyFrames().setAll(new KeyFrame(Duration.ZERO, event -> askStatus()));
    for (Duration at = Duration.ZERO; at.lessThan(STATUS); at = at.add(CLOCK)) {
      clock.getKeyFrames().add(new KeyFrame(at, event -> tick()));
    }
    clock.getKeyFrames().add(new KeyFrame(STATUS));
    clock.setCycleCount(Timeline.INDEFINITE);
    clock.play();
  }

  /** As large as usual, or all of a screen that has less room. */
  private void fit() {
    Rectangle2D room = javafx.stage.Screen.getPrimary().getVisualBounds();
    if (room.getWidth() < WIDTH || room.getHeight() < HEIGHT) {
      stage.setX(room.getMinX());
      stage.setY(room.getMinY());
      stage.setWidth(room.getWidth());
      stage.setHeight(room.getHeight());
      stage.setMaximized(true);
    }
  }

  /** The shell in the present language, with the place that is being shown. */
  private ShellView build() {
    Texts texts = appearance.texts();
    ShellView made =
        new ShellView(texts, new ShellController(texts, appearance, this::go, new Session()));
    root.setNodeOrientation(
        texts.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    below.getChildren().setAll(made.root());
    made.offer(places, signedIn.operator());
    if (login.open()) { // else it waits until someone is let in: its use cases need an operator
      made.show(current);
    }
    return made;
  }

  private LoginView buildLogin() {
    LoginView made = new LoginView(login, appearance.texts(), appearance);
    cover.getChildren().setAll(made.root());
    return made;
  }

  private void rebuild() {
    dialogs.declineAll();
    shell.dispose();
    loginView.dispose();
    shell = build();
    loginView = buildLogin();
    cover();
    statusAsked = false;
    askStatus();
  }

  /** Covers the window or opens it, as the operator is let in or not. */
  private void cover() {
    boolean opened = login.open();
    if (opened != open.isVisible() || !shownTo.equals(signedIn.operator())) {
      cover.setVisible(!opened);
      open.setVisible(opened); // invisible nodes cannot have the focus
      open.setDisable(!opened);
      if (opened) {
        admit();
      } else {
        shell.current().ifPresent(Screen::covered);
        if (signedIn.operator().isEmpty()) { // a secret that is shown is not for whoever comes next
          shell.current().ifPresent(Screen::left);
        }
      }
    }
    draw(enroll.screen());
  }

  /** Someone has been let in: the same operator again, or another one. */
  private void admit() {
    idle.touch();
    shell.offer(places, signedIn.operator()); // the language may have been changed on the cover
    if (!shownTo.equals(signedIn.operator())) {
      dialogs.declineAll();
      if (shownTo.isEmpty() && capture.settings().practice()) {
        capture.practise(true);
      }
      RoleChange.tell(shownTo, signedIn.operator(), appearance.texts(), dialogs);
      shownTo = signedIn.operator();
      if (places.at(current.key(), shownTo).isEmpty()) {
        current = places.all().getFirst();
      }
    }
    shell.show(current);
    Platform.runLater(shell::focusField); // the cover had the focus
  }

  private void go(String key) {
    Optional<Place> place = places.at(key, signedIn.operator());
    if (place.isPresent() && !current.busy().getAsBoolean()) {
      current = place.get();
      shell.show(current);
      draw(enroll.screen());
    }
  }

  private void tick() {
    login.tick();
    if (!login.open()) {
      return; // nobody sees the place
    }
    current.tick().run();
    boolean busy = current.busy().getAsBoolean();
    shell.controller().shut(busy, capture.busy());
    if (idle.due(capture.busy())) {
      login.lock(true);
    }
  }

  private void draw(EnrollScreen screen) {
    shell.controller().draw(screen.capture());
    stage.setTitle(title(screen, appearance.texts()));
  }

  private String title(EnrollScreen screen, Texts texts) {
    if (!login.open()) {
      return texts.of("title", login.screen().cover());
    }
    return current.key().equals(HOME)
        ? texts.of("title", screen.title())
        : texts.get("title.place", texts.get("nav." + current.key()));
  }

  private void askStatus() {
    if (statusAsked) {
      return; // the last answer is still awaited
    }
    statusAsked = true;
    statusWork.run(
        services.status()::get,
        status -> {
          statusAsked = false;
          shell.controller().draw(status);
        },
        fault -> {
          statusAsked = false;
          shell.controller().statusUnknown();
        });
  }

  /** Only a capture that runs must not be covered; what waits for a word is there afterwards. */
  private void lockUnlessCapturing() {
    if (!capture.busy()) {
      login.lock(false);
    }
  }

  private final class Ways implements Navigation {
    @Override
    public void to(String key) {
      go(key);
    }

    @Override
    public void enroll(String userId, String name) {
      go(HOME);
      if (current.key().equals(HOME) && !enroll.running()) {
        enroll.begin(userId, name);
      }
    }
  }

  private final class Keys implements WindowKeys.Commands {
    @Override
    public boolean open() {
      return login.open() && !dialogs.open();
    }

    @Override
    public void touched() {
      idle.touch();
    }

    @Override
    public void go(String key) {
      FacedeskWindow.this.go(key);
    }

    @Override
    public void lock() {
      lockUnlessCapturing();
    }
  }

  private final class Session implements ShellController.Account {
    @Override
    public void lock() {
      lockUnlessCapturing();
    }

    @Override
    public void signOut() {
      if (!current.busy().getAsBoolean()) {
        login.signOut();
      }
    }

    @Override
    public void endPractice() {
      capture.practise(false);
    }

    @Override
    public void changePassword() {
      signedIn
          .operator()
          .ifPresent(who ->
              new PasswordDialog(
                      services.login().operators(), deskWork, dialogs, appearance.texts())
                  .show(who));
    }
  }
}
