package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.assertRefused;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.SessionService;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskCheckTest {
  private final Actor operator = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
  private final List<AuthenticationRequest> requests = new ArrayList<>();

  /** Notes what is asked for, and begins nothing. */
  private final SessionService sessions =
      (SessionService)
          Proxy.newProxyInstance(
              SessionService.class.getClassLoader(),
              new Class<?>[] {SessionService.class},
              (proxy, method, arguments) -> {
                requests.add((AuthenticationRequest) arguments[1]);
                throw new FacedeskException(ErrorCode.USER_NOT_FOUND, "in this test");
              });

  @Test
  void namesTheOperatorWhoBeginsIt(@TempDir Path folder) {
    begin(folder, UnaryOperator.identity(), ErrorCode.USER_NOT_FOUND);
    assertThat(requests)
        .singleElement()
        .extracting(AuthenticationRequest::operator)
        .isEqualTo(operator.name());
  }

  @Test
  void isBegunByNobodyWhoMayNotAnyMore(@TempDir Path folder) {
    begin(
        folder,
        actor -> {
          throw new FacedeskException(ErrorCode.FORBIDDEN, "the account was closed");
        },
        ErrorCode.FORBIDDEN);
    assertThat(requests).isEmpty();
  }

  private void begin(Path folder, UnaryOperator<Actor> asOfNow, ErrorCode expected) {
    try (Fixture fixture = new Fixture(folder)) {
      ClientRecord desk = fixture.store.clients().byId(Clients.DESK).orElseThrow();
      DeskCheck check = new DeskCheck(sessions, desk, DeskSources.EARNEST, asOfNow);
      assertRefused(expected, () -> check.begin(operator, "E-1", "camera", false));
    }
  }
}
