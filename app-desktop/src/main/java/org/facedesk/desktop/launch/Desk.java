package org.facedesk.desktop.launch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facedesk.admin.ConsentTexts;
import org.facedesk.admin.DeskCheck;
import org.facedesk.admin.DeskEnrollment;
import org.facedesk.admin.DeskSources;
import org.facedesk.admin.OperatorAdministration;
import org.facedesk.admin.Passwords;
import org.facedesk.admin.SignIn;
import org.facedesk.admin.Standing;
import org.facedesk.admin.Unlocking;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.desktop.capture.CaptureServices;
import org.facedesk.desktop.capture.CaptureSettings;
import org.facedesk.desktop.capture.Workplace;
import org.facedesk.desktop.enroll.EnrollServices;
import org.facedesk.desktop.enroll.PaperPrinter;
import org.facedesk.desktop.login.LoginServices;
import org.facedesk.desktop.settings.SettingsRoom;
import org.facedesk.desktop.shell.StationStatus;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Derived;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.server.BoundAddress;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.jspecify.annotations.Nullable;

/** The desk of a running station: what the window is given, the same parts that serve clients. */
final class Desk {
  private Desk() {}

  static WindowServices of(
      Station running, DeskFeeds feeds, SourceSpec camera, Locale locale, @Nullable Theme theme) {
    ClientRecord desk =
        running
            .store()
            .clients()
            .byId(Clients.DESK)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.INTERNAL, "the desk's client is missing"));
    SignedIn signedIn = new SignedIn();
    CaptureServices capture =
        new CaptureServices(
            feeds,
            running.engine().analyzer(),
            new Derived<>(running.settings(), Desk::settings),
            signedIn,
            earnest(running, desk),
            running.practice(),
            InstantSource.system());
    EnrollServices enroll =
        new EnrollServices(
            ConsentTexts.read(running.folder().resolve("consent")),
            () -> stationName(running),
            InstantSource.system());
    // every workflow beside enrolling: one line each, over its services
    List<Room> rooms = new ArrayList<>();
    rooms.add(new SettingsRoom(SettingsDesk.of(running, feeds)));
    rooms.addAll(RecordRooms.of(running, desk));
    return new WindowServices(
        capture,
        enroll,
        new PaperPrinter(),
        camera,
        () -> status(running),
        signedIn,
        login(running.store()),
        rooms,
        () -> running.settings().get().desk().idleLock(),
        locale,
        theme,
        null);
  }

  private static CaptureSettings settings(StationSettings set) {
    return new CaptureSettings(
        Station.quality(set),
        Station.policy(set),
        set.camera().mirrored(),
        set.desk().practiceMode(),
        set.desk().challenge());
  }

  private static LoginServices login(Store store) {
    InstantSource clock = InstantSource.system();
    Standing standing = new Standing(store.operators());
    SignIn signIn = new SignIn(store, clock, Passwords.DEFAULT);
    return new LoginServices(
        signIn,
        new OperatorAdministration(store, clock, Passwords.DEFAULT, signIn),
        who -> standing.of(who.id()),
        clock);
  }

  /** The station's own people. */
  private static Workplace earnest(Station running, ClientRecord desk) {
    Unlocking unlocking = new Unlocking(running.store(), InstantSource.system());
    return new Workplace(
        desk,
        new DeskEnrollment(
            running.sessions(),
            running.store().users()::byIds,
            desk,
            DeskSources.EARNEST,
            new Standing(running.store().operators())::now),
        new DeskCheck(
            running.sessions(),
            desk,
            DeskSources.EARNEST,
            new Standing(running.store().operators())::now),
        (id, by) -> unlocking.unlock(desk, id, by),
        new DeskPeople(running.store(), desk),
        running.pictures());
  }

  /** What receipts and the like call it. */
  private static String stationName(Station running) {
    String name = running.settings().get().desk().stationName();
    return name.isEmpty() ? "Facedesk" : name;
  }

  private static StationStatus status(Station running) {
    return new StationStatus(
        running.address().map(BoundAddress::url).orElse(""),
        running.refusal().isPresent(),
        running.store().description(),
        running.store().users().enrolled(),
        running.sessions().open());
  }
}
