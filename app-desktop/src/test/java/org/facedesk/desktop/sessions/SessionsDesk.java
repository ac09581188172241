package org.facedesk.desktop.sessions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.facedesk.admin.SessionWatch;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.LiveSessions;
import org.facedesk.enroll.SessionView;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/** Sessions that go on as a test says. */
public final class SessionsDesk implements LiveSessions {
  public final List<InSight> live = new ArrayList<>();
  public boolean away;
  int asked;
  private final RecordsStation station;

  public SessionsDesk(RecordsStation station) {
    this.station = station;
  }

  public SessionWatch watch() {
    return new SessionWatch(station.store, this);
  }

  public UUID begin(ClientRecord client, @Nullable String userId, @Nullable Guidance guidance) {
    UUID id = UUID.randomUUID();
    station
        .store
        .sessions()
        .insert(
            new SessionRecord(
                id,
                station.store.seal().lookup("session-token", id.toString()),
                client.id(),
                SessionType.ENROLLMENT,
                null,
                null,
                "webcam",
                "{}",
                SessionStatus.PROCESSING,
                0,
                RecordsStation.NOON,
                RecordsStation.NOON.plusSeconds(300),
                null,
                null));
    show(id, client, userId, guidance, 37);
    return id;
  }

  public void show(
      UUID id,
      ClientRecord client,
      @Nullable String userId,
      @Nullable Guidance guidance,
      int frames) {
    SessionView view =
        new SessionView(
            id,
            SessionType.ENROLLMENT,
            SessionStatus.PROCESSING,
            null,
            userId,
            null,
            frames,
            1,
            0,
            0,
            false,
            RecordsStation.NOON,
            RecordsStation.NOON.plusSeconds(300),
            null,
            null);
    live.removeIf(seen -> seen.view().sessionId().equals(id));
    live.addFirst(
        new InSight(view, client.id(), 9.7, guidance, Duration.ofSeconds(245).toMillis()));
  }

  @Override
  public List<InSight> live() {
    asked++;
    if (away) {
      throw new FacedeskException(ErrorCode.STORE_UNAVAILABLE, "away");
    }
    return List.copyOf(live);
  }

  @Override
  public boolean end(UUID session) {
    return live.removeIf(seen -> seen.view().sessionId().equals(session));
  }
}
