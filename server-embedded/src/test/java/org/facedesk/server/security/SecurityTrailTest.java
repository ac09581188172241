package org.facedesk.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AuditEvent;
import org.junit.jupiter.api.Test;

class SecurityTrailTest {
  private static final UUID CLIENT = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final List<AuditEvent> written = new ArrayList<>();
  private boolean storeAway;
  private final SecurityTrail trail = new SecurityTrail(this::write, Runnable::run);

  private void write(AuditEvent event) {
    if (storeAway) {
      throw new FacedeskException(ErrorCode.STORE_UNAVAILABLE, "away");
    }
    written.add(event);
  }

  @Test
  void ofTheSameRefusalTheFirstSecondFourthAndEighthAreWrittenDown() {
    for (int i = 0; i < 100; i++) {
      trail.refused(ErrorCode.UNAUTHENTICATED, null, "192.0.2.1");
    }
    assertThat(written)
        .extracting(event -> event.details().get("number"))
        .containsExactly("1", "2", "4", "8", "16", "32", "64");
    assertThat(written).extracting(AuditEvent::action).containsOnly("login.refused");
  }

  @Test
  void refusalsOfOthersAreCountedApart() {
    trail.refused(ErrorCode.RATE_LIMITED, CLIENT, "192.0.2.1");
    trail.refused(ErrorCode.RATE_LIMITED, null, "192.0.2.1");
    trail.refused(ErrorCode.RATE_LIMITED, CLIENT, "192.0.2.2");
    trail.refused(ErrorCode.FORBIDDEN, CLIENT, "192.0.2.2");
    assertThat(written)
        .extracting(AuditEvent::action)
        .containsExactly("limit.reached", "limit.reached", "limit.reached", "access.refused");
    assertThat(written.getFirst().actor()).isEqualTo("client:" + CLIENT);
  }

  @Test
  void whatIsNobodysDecisionIsNot() {
    trail.refused(ErrorCode.INVALID_REQUEST, CLIENT, "192.0.2.1");
    trail.refused(ErrorCode.SESSION_NOT_FOUND, CLIENT, "192.0.2.1");
    assertThat(written).isEmpty();
  }

  @Test
  void aFloodFromManyAddressesIsBoundedAndWhatWasLeftOutIsCounted() {
    for (int i = 0; i < 2_000; i++) {
      trail.refused(ErrorCode.UNAUTHENTICATED, null, "2001:db8::" + Integer.toHexString(i));
    }
    assertThat(written.size()).isBetween(300, 400);
  }

  @Test
  void whatCouldNotBeWrittenIsCountedInTheNextEntry() {
    storeAway = true;
    trail.refused(ErrorCode.UNAUTHENTICATED, null, "192.0.2.1");
    trail.refused(ErrorCode.UNAUTHENTICATED, null, "192.0.2.2");
    storeAway = false;
    trail.refused(ErrorCode.UNAUTHENTICATED, null, "192.0.2.3");
    assertThat(written).hasSize(1);
    assertThat(written.getFirst().details()).containsEntry("left_out_before", "2");
  }

  @Test
  void theEntryCarriesTheIdOfTheRequest() {
    CorrelationId.during(
        "abcdefghjk", () -> trail.refused(ErrorCode.UNAUTHENTICATED, null, "192.0.2.1"));
    assertThat(written.getFirst().correlationId()).isEqualTo("abcdefghjk");
  }
}
