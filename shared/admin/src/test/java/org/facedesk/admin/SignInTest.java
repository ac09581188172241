package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.facedesk.admin.SignIn.Result;
import org.facedesk.store.Audit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  private static final Passwords QUICK = new Passwords(64, 1);
  private static final String RIGHT = "correct horse battery";

  @TempDir private Path folder;
  private Fixture station;
  private SignIn signIn;
  private OperatorAdministration operators;
  private Operator grace;

  @BeforeEach
  void open() {
    station = new Fixture(folder);
    signIn = new SignIn(station.store, station.clock, QUICK);
    operators = new OperatorAdministration(station.store, station.clock, QUICK, signIn);
    operators.found("Grace", RIGHT.toCharArray());
    grace = ((Result.Welcome) tryWith("Grace", RIGHT)).operator();
  }

  @AfterEach
  void close() {
    station.close();
  }

  private Result tryWith(String name, String password) {
    return signIn.signIn(name, password.toCharArray());
  }

  private void failTimes(String name, int times) {
    for (int i = 0; i < times; i++) {
      tryWith(name, "something else");
    }
  }

  private static Result lockedFor(Duration wait) {
    return new Result.Locked(NOON.plus(wait));
  }

  @Test
  void theRightPasswordLetsInAndIsWiped() {
    char[] password = RIGHT.toCharArray();
    assertThat(signIn.signIn(" GRACE ", password)).isEqualTo(new Result.Welcome(grace));
    assertThat(password).containsOnly('\0');
    assertThat(station.lastEvent().action()).isEqualTo("operator.signed_in");
    assertThat(station.lastEvent().actor()).isEqualTo("operator:" + grace.id());
  }

  @Test
  void wrongNamesAndWrongPasswordsAreRefusedAlike() {
    assertThat(tryWith("Grace", "something else")).isEqualTo(new Result.Refused());
    assertThat(tryWith("Nobody", RIGHT)).isEqualTo(new Result.Refused());
    assertThat(station.lastEvent().subject()).isNull();
  }

  @Test
  void theFifthWrongPasswordLocksAndEachFurtherOneForTwiceAsLong() {
    failTimes("Grace", 4);
    assertThat(tryWith("Grace", "something else")).isEqualTo(lockedFor(Duration.ofSeconds(30)));
    assertThat(station.lastEvent().action()).isEqualTo("operator.locked_out");
    assertThat(tryWith("Grace", RIGHT)).isEqualTo(lockedFor(Duration.ofSeconds(30)));

    station.now = NOON.plusSeconds(30);
    assertThat(tryWith("Grace", "something else")).isEqualTo(lockedFor(Duration.ofSeconds(90)));
    station.now = NOON.plusSeconds(90);
    assertThat(tryWith("Grace", RIGHT)).isInstanceOf(Result.Welcome.class);
    assertThat(tryWith("Grace", "something else")).isEqualTo(new Result.Refused());
  }

  @Test
  void aNameNobodyHasLocksInTheSameWay() {
    failTimes("Nobody", 4);
    assertThat(tryWith("nobody", "something else")).isEqualTo(lockedFor(Duration.ofSeconds(30)));
    assertThat(tryWith("Nobody", "something else")).isEqualTo(lockedFor(Duration.ofSeconds(30)));
  }

  @Test
  void theLongestLockIsAnHour() {
    assertThat(Lockout.until(4, NOON)).isNull();
    assertThat(Lockout.until(40, NOON)).isEqualTo(NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void theRightPasswordAtTheLastTryLetsIn() {
    failTimes("Grace", 4);
    assertThat(tryWith("Grace", RIGHT)).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void whoIsNotActiveIsRefusedLikeAnyOther() {
    OperatorResult ada = operators.create(grace.actor(), "Ada", Role.OPERATOR, RIGHT.toCharArray());
    operators.setActive(grace.actor(), ((OperatorResult.Done) ada).operator().id(), false);
    assertThat(tryWith("Ada", RIGHT)).isEqualTo(new Result.Refused());
  }

  @Test
  void anOlderHashIsReplacedAtTheNextSignIn() {
    SignIn stronger = new SignIn(station.store, station.clock, new Passwords(128, 2));
    assertThat(stronger.signIn("Grace", RIGHT.toCharArray())).isInstanceOf(Result.Welcome.class);
    assertThat(station.store.operators().byId(grace.id()).orElseThrow().passwordHash())
        .startsWith("$argon2id$v=19$m=128,t=2,p=1$");
    assertThat(stronger.signIn("Grace", RIGHT.toCharArray())).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void signingForADecisionSignsNobodyIn() {
    assertThat(signIn.confirm("Grace", RIGHT.toCharArray())).isInstanceOf(Result.Welcome.class);
    assertThat(station.lastEvent().action()).isEqualTo("operator.confirmed");
  }

  @Test
  void theTrailHoldsNoName() {
    failTimes("Grace", 5);
    signIn.locked(grace, true);
    signIn.signedOut(grace);
    List<Audit.Entry> entries = station.store.audit().page(0, 50);
    assertThat(entries).extracting(Audit.Entry::event).asString().doesNotContain("Grace");
  }
}
