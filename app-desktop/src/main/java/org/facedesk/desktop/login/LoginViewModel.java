package org.facedesk.desktop.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facedesk.admin.Operator;
import org.facedesk.admin.OperatorResult;
import org.facedesk.admin.SignIn;
import org.facedesk.desktop.login.LoginScreen.Cover;
import org.facedesk.desktop.login.LoginScreen.Notice;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.store.Operators;
import org.jspecify.annotations.Nullable;

/**
 * Who is let into the window, and for how long, without JavaFX. An account may be changed at
 * another station: what whoever is signed in may do is asked anew every two seconds, but not while
 * a person stands before the camera: what was begun with them is ended first. UI thread only.
 */
public final class LoginViewModel {
  private static final Duration ASKED_EVERY = Duration.ofSeconds(2);

  private final LoginServices services;
  private final SignedIn signedIn;
  private final Background background;
  private final Background askingAgain;
  private final BooleanSupplier capturing;
  private final Listeners<LoginScreen> listeners = new Listeners<>();

  private Cover cover;
  private @Nullable Notice notice;
  private String typed = "";
  private @Nullable Lock lock;
  private boolean waiting;
  private @Nullable FaultReport fault;
  private Instant asked = Instant.EPOCH;
  private boolean asking;

  /**
   * @param capturing whether a person stands before the camera
   */
  public LoginViewModel(
      LoginServices services, SignedIn signedIn, Background background, BooleanSupplier capturing) {
    this.services = services;
    this.signedIn = signedIn;
    this.background = background;
    this.askingAgain = background.again();
    this.capturing = capturing;
    this.cover = signedIn.operator().isPresent() ? Cover.OPEN : Cover.STARTING;
  }

  /**
   * Told at once and after every change.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<LoginScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  public LoginScreen screen() {
    int seconds = secondsLocked(whose());
    return new LoginScreen(
        cover,
        cover == Cover.LOCKED ? whose() : "",
        seconds > 0 ? Notice.LOCKED_OUT : notice,
        seconds,
        waiting,
        fault);
  }

  /** The name that is being let in: the locked window's operator, or who is typed. */
  private String whose() {
    return cover == Cover.LOCKED ? signedIn.operator().map(Operator::name).orElse("") : typed;
  }

  /** Whether the window can be used. */
  public boolean open() {
    return cover == Cover.OPEN;
  }

  /** Looks whether there is an account to sign in to. */
  public void start() {
    if (cover != Cover.STARTING || waiting) {
      return;
    }
    waiting = true;
    background.run(
        services.operators()::founded,
        founded -> settle(founded ? Cover.SIGN_IN : Cover.FIRST_START, null),
        this::failed);
  }

  /** Founds the administrator's account and signs it in; both passwords are wiped. */
  public void found(String name, char[] password, char[] repeated) {
    if (waiting || !Arrays.equals(password, repeated)) {
      wipe(password, repeated);
      tell(waiting ? notice : Notice.NOT_THE_SAME);
      return;
    }
    char[] kept = repeated;
    begin();
    background.run(
        () ->
            switch (services.operators().found(name, password)) {
              case OperatorResult.Refused refused -> {
                wipe(kept);
                yield refused;
              }
              case OperatorResult.Done done -> services.signIn().signIn(name, kept);
            },
        result -> {
          if (result instanceof OperatorResult.Refused(OperatorResult.Reason reason)) {
            settle(
                reason == OperatorResult.Reason.NOT_FIRST ? Cover.SIGN_IN : cover,
                Notice.valueOf(reason.name()));
          } else {
            answered(name, (SignIn.Result) result);
          }
        },
        this::failed);
  }

  /** Tells the name as it stands in the field: only a locked one has to wait. */
  public void type(String name) {
    if (!name.equals(typed)) {
      typed = name;
      changed();
    }
  }

  /** The password is wiped. */
  public void signIn(String name, char[] password) {
    type(name);
    ask(name, password, () -> services.signIn().signIn(name, password));
  }

  /** Opens the operator's own window again; the password is wiped. */
  public void unlock(char[] password) {
    String name = screen().name();
    ask(name, password, () -> services.signIn().confirm(name, password));
  }

  /**
   * Covers the window; what was entered stays.
   *
   * @param idle nothing happened for a while
   */
  public void lock(boolean idle) {
    if (cover != Cover.OPEN) {
      return;
    }
    signedIn.operator().ifPresent(who -> note(() -> services.signIn().locked(who, idle)));
    settle(Cover.LOCKED, null);
  }

  /** Nobody is at the desk, or somebody else wants to be; not while a password is looked at. */
  public void signOut() {
    if (waiting) {
      return;
    }
    signedIn.operator().ifPresent(who -> note(() -> services.signIn().signedOut(who)));
    signedIn.out();
    settle(Cover.SIGN_IN, null);
  }

  public void dismissFault() {
    fault = null;
    changed();
    start();
  }

  /** To be called a few times a second: the time that is left, and who is signed in still. */
  public void tick() {
    signedIn.operator().ifPresent(this::askStanding);
    if (lock != null) {
      if (left(lock) == 0) {
        lock = null;
      }
      changed();
    }
  }

  private void askStanding(Operator who) {
    Instant now = services.clock().instant();
    if (waiting || asking || capturing.getAsBoolean() || now.isBefore(asked.plus(ASKED_EVERY))) {
      return;
    }
    asked = now;
    asking = true;
    askingAgain.run(
        () -> services.standing().apply(who),
        present -> {
          asking = false;
          if (!capturing.getAsBoolean() // it may have begun meanwhile; then this is asked again
              && signedIn.operator().filter(who::equals).isPresent()
              && !present.equals(Optional.of(who))) {
            stands(present);
          }
        },
        why -> asking = false); // without the store nothing can be decided, either
  }

  private void stands(Optional<Operator> present) {
    if (present.isPresent()) {
      signedIn.in(present.get());
      changed();
    } else {
      signedIn.out();
      settle(Cover.SIGN_IN, Notice.NOT_ACTIVE);
    }
  }

  private void ask(String name, char[] password, Callable<SignIn.Result> question) {
    if (waiting || secondsLocked(name) > 0) {
      wipe(password);
      return;
    }
    begin();
    background.run(question, result -> answered(name, result), this::failed);
  }

  private void begin() {
    waiting = true;
    notice = null;
    changed();
  }

  private void answered(String name, SignIn.Result result) {
    switch (result) {
      case SignIn.Result.Welcome(Operator operator) -> {
        signedIn.in(operator);
        settle(Cover.OPEN, null);
      }
      case SignIn.Result.Refused refused -> settle(cover, Notice.REFUSED);
      case SignIn.Result.Locked(Instant until) -> {
        lock = new Lock(Operators.folded(name), until);
        settle(cover, null);
      }
    }
  }

  private void settle(Cover next, @Nullable Notice why) {
    waiting = false;
    fault = null;
    cover = next;
    tell(why);
  }

  private void tell(@Nullable Notice why) {
    notice = why;
    changed();
  }

  private void failed(FaultReport why) {
    waiting = false;
    fault = why;
    changed();
  }

  private void note(Runnable entry) {
    background.run(
        () -> {
          entry.run();
          return true;
        },
        done -> {},
        this::failed);
  }

  private int secondsLocked(String name) {
    Lock present = lock;
    return present != null && present.name().equals(Operators.folded(name)) ? left(present) : 0;
  }

  private int left(Lock present) {
    long millis = Duration.between(services.clock().instant(), present.until()).toMillis();
    return (int) Math.max(0, (millis + 999) / 1000);
  }

  private void changed() {
    listeners.tell(screen());
  }

  private static void wipe(char[]... secrets) {
    for (char[] secret : secrets) {
      Arrays.fill(secret, '\0');
    }
  }

  /** The folded name that was locked last; of others the use case knows. */
  private record Lock(String name, Instant until) {}
}
