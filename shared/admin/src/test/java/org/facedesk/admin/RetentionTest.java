package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir private Path folder;
  private Optional<Duration> audit = Optional.empty();
  private Optional<Duration> pictures = Optional.empty();

  private Retention retention(Fixture fixture) {
    return new Retention(
        fixture.store,
        () -> new StationSettings.Retention(MONTH, audit, pictures),
        () -> fixture.now);
  }

  private static UUID personWithPicture(Fixture fixture) {
    ClientRecord client = fixture.client();
    UserRecord user =
        new UserRecord(
            UUID.randomUUID(),
            client.id(),
            "17",
            "{}",
            "{}",
            true,
            true,
            null,
            fixture.now,
            fixture.now);
    fixture.store.users().insert(user);
    fixture
        .store
        .pictures()
        .put(
            client.id(),
            user.id(),
            new Picture(Picture.Kind.OLD_PROFILE_PHOTO, new byte[] {1}, null),
            fixture.now);
    return user.id();
  }

  @Test
  void picturesGoWhenTheirTimeIsUpAndNotBefore() {
    try (Fixture fixture = new Fixture(folder)) {
      UUID person = personWithPicture(fixture);
      fixture.now = fixture.now.plus(Duration.ofDays(31));
      retention(fixture).sweep();
      assertThat(fixture.store.pictures().find(person, Picture.Kind.OLD_PROFILE_PHOTO)).isPresent();

      pictures = Optional.of(MONTH);
      retention(fixture).sweep();
      assertThat(fixture.store.pictures().find(person, Picture.Kind.OLD_PROFILE_PHOTO)).isEmpty();
      assertThat(fixture.lastEvent().action()).isEqualTo("retention.swept");
      assertThat(fixture.lastEvent().details()).containsEntry("pictures", "1");
    }
  }

  @Test
  void theTrailIsForgottenFromItsBeginningAndCanStillBeVerified() {
    try (Fixture fixture = new Fixture(folder)) {
      for (int i = 0; i < 5; i++) {
        fixture.store.audit().append(new AuditEvent("test", "station", null, null, null, Map.of()));
      }
      retention(fixture).sweep();
      assertThat(fixture.store.audit().page(0, 100)).hasSizeGreaterThan(4);

      audit = Optional.of(MONTH);
      fixture.now = Instant.now().plus(Duration.ofDays(40));
      retention(fixture).sweep();
      // the newest one stays, and one about the sweep follows it
      assertThat(fixture.store.audit().page(0, 100)).hasSize(2);
      assertThat(fixture.store.audit().firstBroken()).isEmpty();
    }
  }
}
