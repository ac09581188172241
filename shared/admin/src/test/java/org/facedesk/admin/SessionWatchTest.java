package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;
import static org.facedesk.admin.Fixture.assertRefused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.enroll.LiveSessions;
import org.facedesk.enroll.SessionView;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ClientRecord.Envelope;
import org.facedesk.store.Clients;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // before each test
class SessionWatchTest {
  private static final Actor OPERATOR = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
  private static final Actor SUPERVISOR = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);
  private static final Actor ADMINISTRATOR = Actor.operator(UUID.randomUUID(), Role.ADMINISTRATOR);

  private final List<LiveSessions.InSight> live = new ArrayList<>();
  private final List<UUID> ended = new ArrayList<>();
  private Fixture station;
  private SessionWatch watch;
  private UUID ofDesk;
  private UUID ofKiosk;
  private UUID ofGate;

  @BeforeEach
  void open(@TempDir Path data) {
    station = new Fixture(data);
    watch =
        new SessionWatch(
            station.store,
            new LiveSessions() {
              @Override
              public List<InSight> live() {
                return live;
              }

              @Override
              public boolean end(UUID session) {
                return ended.add(session);
              }
            });
    CreatedClient kiosk =
        new ClientAdministration(station.store, station.clock)
            .create("Kiosk", new ClientOptions(Envelope.API_KEY, false, true));
    ofDesk = session(station.store.clients().byId(Clients.DESK).orElseThrow());
    ofKiosk = session(station.store.clients().byClientId(kiosk.clientId()).orElseThrow());
    ofGate = session(station.client());
  }

  @AfterEach
  void close() {
    station.close();
  }

  private UUID session(ClientRecord client) {
    UUID id = UUID.randomUUID();
    station
        .store
        .sessions()
        .insert(
            new SessionRecord(
                id,
                station.store.seal().lookup("session-token", id.toString()),
                client.id(),
                SessionType.IDENTIFICATION,
                null,
                null,
                "webcam",
                "{}",
                SessionStatus.ACTIVE,
                0,
                NOON,
                NOON.plusSeconds(300),
                null,
                null));
    SessionView view =
        new SessionView(
            id,
            SessionType.IDENTIFICATION,
            SessionStatus.ACTIVE,
            null,
            null,
            null,
            0,
            0,
            0,
            0,
            false,
            NOON,
            NOON.plusSeconds(300),
            null,
            null);
    live.add(new LiveSessions.InSight(view, client.id(), 9.8, null, 300_000));
    return id;
  }

  private List<UUID> seen(Actor actor) {
    return watch.list(actor).stream().map(seen -> seen.session().view().sessionId()).toList();
  }

  @Test
  void operatorsSeeTheDesksGalleryAndAdministratorsEverything() {
    assertThat(seen(OPERATOR)).containsExactly(ofDesk, ofKiosk);
    assertThat(seen(SUPERVISOR)).containsExactly(ofDesk, ofKiosk);
    assertThat(seen(ADMINISTRATOR)).containsExactly(ofDesk, ofKiosk, ofGate);
    assertThat(watch.list(OPERATOR)).extracting(SessionWatch.Watched::clientName).contains("Kiosk");
  }

  @Test
  void whoMayEndASessionIsTold() {
    assertThat(watch.list(OPERATOR))
        .extracting(SessionWatch.Watched::mayCancel)
        .containsExactly(true, false);
    assertThat(watch.list(SUPERVISOR))
        .extracting(SessionWatch.Watched::mayCancel)
        .containsExactly(true, true);
  }

  @Test
  void anotherOnesSessionIsEndedByASupervisor() {
    assertRefused(ErrorCode.FORBIDDEN, () -> watch.cancel(ofKiosk, OPERATOR));
    assertThat(watch.cancel(ofKiosk, SUPERVISOR)).isTrue();
    assertThat(ended).containsExactly(ofKiosk);
    assertThat(station.lastEvent().action()).isEqualTo("session.ended_by_operator");
    assertThat(station.lastEvent().subject()).isEqualTo(ofKiosk.toString());
    assertThat(watch.cancel(ofDesk, OPERATOR)).isTrue();
  }

  @Test
  void whatMayNotBeSeenIsUnknown() {
    assertRefused(ErrorCode.SESSION_NOT_FOUND, () -> watch.cancel(ofGate, SUPERVISOR));
    assertRefused(ErrorCode.SESSION_NOT_FOUND, () -> watch.cancel(UUID.randomUUID(), OPERATOR));
    assertThat(watch.cancel(ofGate, ADMINISTRATOR)).isTrue();
  }
}
