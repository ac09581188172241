package org.facedesk.desktop.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.admin.SessionWatch.Watched;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.ui.Background;
import org.facedesk.engine.quality.Guidance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsViewModelTest {
  private final RecordsStation station = new RecordsStation(Role.OPERATOR);
  private final SessionsDesk sessions = new SessionsDesk(station);
  private final SessionsViewModel model =
      new SessionsViewModel(sessions.watch(), RecordsStation.atOnce(), station.signedIn);

  @AfterEach
  void close() {
    station.close();
  }

  @Test
  void theStationIsAskedOnceASecond() {
    for (int i = 0; i < 8; i++) {
      model.tick();
    }
    assertThat(sessions.asked).isEqualTo(2);
  }

  @Test
  void aSlowAnswerIsAwaitedBeforeTheNextQuestion() {
    Deque<Runnable> work = new ArrayDeque<>();
    SessionsViewModel slow =
        new SessionsViewModel(
            sessions.watch(), new Background(work::add, Runnable::run), station.signedIn);
    for (int i = 0; i < 20; i++) {
      slow.tick();
    }
    assertThat(work).hasSize(1);
  }

  @Test
  void sessionsAreShownAsTheyAreNow() {
    assertThat(model.screen().asked()).isFalse();
    UUID id = sessions.begin(station.desk, "E-1", Guidance.BLINK);
    model.refresh();
    assertThat(model.screen().asked()).isTrue();
    assertThat(model.screen().rows())
        .extracting(row -> row.session().view().frames())
        .containsExactly(37);
    sessions.show(id, station.desk, "E-1", Guidance.TURN_HEAD, 40);
    model.refresh();
    assertThat(model.screen().rows())
        .extracting(row -> row.session().guidance())
        .containsExactly(Guidance.TURN_HEAD);
  }

  @Test
  void aSessionIsEnded() {
    UUID id = sessions.begin(station.desk, "E-1", null);
    model.refresh();
    assertThat(model.screen().rows()).extracting(Watched::mayCancel).containsExactly(true);
    model.cancel(id, station.actor());
    assertThat(model.screen().rows()).isEmpty();
    assertThat(model.screen().notice()).isEqualTo("sessions.cancelled");
    model.cancel(id, station.actor());
    assertThat(model.screen().notice()).isEqualTo("sessions.over");
  }

  @Test
  void anOutageIsSaidAndGoneWhenTheStationAnswersAgain() {
    sessions.away = true;
    model.refresh();
    assertThat(model.screen().fault()).isNotNull();
    assertThat(model.screen().fault())
        .satisfies(fault -> {
          if (fault != null) {
            assertThat(fault.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
          }
        });
    model.dismissFault();
    sessions.away = false;
    model.refresh();
    assertThat(model.screen().fault()).isNull();
    assertThat(model.screen().asked()).isTrue();
  }

  @Test
  void whoeverSignsInAfterSomeoneSignedOutSeesSessionsAgain() {
    Operator grace = station.signedIn.operator().orElseThrow();
    model.refresh();
    station.signedIn.out();
    for (int i = 0; i < 8; i++) {
      model.tick(); // the window may not have noticed yet
    }
    assertThat(sessions.asked).isEqualTo(1);
    station.signedIn.in(grace);
    model.refresh();
    assertThat(sessions.asked).isEqualTo(2);
  }
}
