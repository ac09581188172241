package org.facedesk.desktop.launch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facedesk.admin.OperatorAdministration;
import org.facedesk.admin.Passwords;
import org.facedesk.admin.SignIn;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.enroll.CameraFeeds;
import org.facedesk.desktop.enroll.EnrollServices;
import org.facedesk.desktop.login.LoginServices;
import org.facedesk.desktop.shell.StationStatus;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.jspecify.annotations.Nullable;

/** The desk of a running station: what the window is given, the same parts that serve clients. */
final class Desk {
  private static final Duration IDLE = Duration.ofMinutes(5);

  private Desk() {}

  static WindowServices of(
      Station running, CameraFeeds feeds, SourceSpec camera, Locale locale, @Nullable Theme theme) {
    ClientRecord desk =
        running
            .store()
            .clients()
            .byId(Clients.DESK)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.INTERNAL, "the desk's client is missing"));
    EnrollServices enroll =
        new EnrollServices(
            running.sessions(),
            desk,
            running.engine().analyzer(),
            QualityPolicy.DEFAULT,
            CapturePolicy.DEFAULT,
            feeds,
            new DeskPeople(running.store(), desk),
            InstantSource.system());
    // every workflow beside enrolling: one line each, over its services
    List<Room> rooms = new ArrayList<>();
    return new WindowServices(
        enroll,
        camera,
        () -> status(running),
        new SignedIn(),
        login(running.store()),
        rooms,
        () -> IDLE,
        locale,
        theme,
        null);
  }

  private static LoginServices login(Store store) {
    InstantSource clock = InstantSource.system();
    SignIn signIn = new SignIn(store, clock, Passwords.DEFAULT);
    return new LoginServices(
        signIn, new OperatorAdministration(store, clock, Passwords.DEFAULT, signIn), clock);
  }

  private static StationStatus status(Station running) {
    return new StationStatus(
        running.address().url(),
        running.store().description(),
        running.store().users().enrolled(),
        running.sessions().open());
  }
}
