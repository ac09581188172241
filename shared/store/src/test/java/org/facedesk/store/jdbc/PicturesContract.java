package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;
import static org.facedesk.store.jdbc.StoreContract.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.Picture;
import org.facedesk.store.Picture.Kind;
import org.facedesk.store.PictureFacts;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with people's pictures, whatever database it stands on. */
abstract class PicturesContract {
  private static final byte[] IMAGE =
      "the bytes of a picture, not that anyone looks".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VECTOR =
      "the numbers of a face, as bytes".getBytes(StandardCharsets.UTF_8);

  private UserRecord user;

  abstract Store store();

  abstract Jdbi raw();

  @BeforeEach
  void aPerson() {
    user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
  }

  private void put(Kind kind, byte[] image) {
    Picture picture =
        new Picture(
            kind,
            image,
            kind == Kind.OLD_PROFILE_PHOTO ? new Picture.Reference("m1", VECTOR) : null);
    store().pictures().put(user.client(), user.id(), picture, NOON);
  }

  @Test
  void picturesOfLongAgoCanBeForgotten() {
    put(Kind.OLD_PROFILE_PHOTO, IMAGE);
    assertThat(store().pictures().deleteBefore(NOON)).isZero();
    assertThat(store().pictures().deleteBefore(NOON.plusSeconds(1))).isPositive();
    assertThat(store().pictures().find(user.id(), Kind.OLD_PROFILE_PHOTO)).isEmpty();
  }

  @Test
  void aPictureIsReadAsItWasWritten() {
    put(Kind.OLD_PROFILE_PHOTO, IMAGE);
    put(Kind.PROFILE_IMAGE, new byte[] {1});

    Picture old = store().pictures().find(user.id(), Kind.OLD_PROFILE_PHOTO).orElseThrow();
    assertThat(old.image()).isEqualTo(IMAGE);
    assertThat(old.reference())
        .satisfies(reference -> {
          assertThat(reference.modelId()).isEqualTo("m1");
          assertThat(reference.vector()).isEqualTo(VECTOR);
        });
    assertThat(store().pictures().find(user.id(), Kind.PROFILE_IMAGE).orElseThrow().reference())
        .isNull();
    assertThat(store().pictures().find(UUID.randomUUID(), Kind.PROFILE_IMAGE)).isEmpty();
  }

  @Test
  void neitherImageNorTemplateIsStoredInClear() {
    put(Kind.OLD_PROFILE_PHOTO, IMAGE);

    Map<String, Object> row =
        raw()
            .withHandle(handle ->
                handle
                    .createQuery("select * from picture where user_id = :user")
                    .bind("user", user.id())
                    .mapToMap()
                    .one());
    assertThat(row).hasSize(8);
    assertThat(row.values())
        .filteredOn(byte[].class::isInstance)
        .hasSize(2)
        .allSatisfy(value ->
            assertThat(new String((byte[]) value, StandardCharsets.ISO_8859_1))
                .doesNotContain("picture", "numbers"));
  }

  @Test
  void aNewPictureTakesThePlaceOfTheOldOneAndForgetsItsSimilarity() {
    put(Kind.OLD_PROFILE_PHOTO, IMAGE);
    store().pictures().similarity(user.id(), Kind.OLD_PROFILE_PHOTO, 0.75);
    assertThat(facts()).containsExactly(new PictureFacts(Kind.OLD_PROFILE_PHOTO, 0.75, NOON));

    put(Kind.OLD_PROFILE_PHOTO, new byte[] {2});

    assertThat(facts()).containsExactly(new PictureFacts(Kind.OLD_PROFILE_PHOTO, null, NOON));
    assertThat(store().pictures().find(user.id(), Kind.OLD_PROFILE_PHOTO).orElseThrow().image())
        .isEqualTo(new byte[] {2});
  }

  @Test
  void aPictureIsDeletedOnce() {
    put(Kind.PROFILE_IMAGE, IMAGE);
    assertThat(store().pictures().delete(user.id(), Kind.OLD_PROFILE_PHOTO)).isFalse();
    assertThat(store().pictures().delete(user.id(), Kind.PROFILE_IMAGE)).isTrue();
    assertThat(store().pictures().delete(user.id(), Kind.PROFILE_IMAGE)).isFalse();
  }

  @Test
  void picturesGoWithTheirPerson() {
    put(Kind.OLD_PROFILE_PHOTO, IMAGE);
    put(Kind.PROFILE_IMAGE, IMAGE);

    store().users().delete(user.client(), user.id());

    assertThat(store().pictures().facts(List.of(user.id()))).isEmpty();
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> put(Kind.PROFILE_IMAGE, IMAGE));
  }

  @Test
  void anEnrollmentOfSomeoneWhoIsGoneIsRefused() {
    store().users().delete(user.client(), user.id());
    assertRefused(
        ErrorCode.USER_NOT_FOUND,
        () -> store().enrollments().insert(Samples.enrollment(user, UUID.randomUUID(), NOON)));
  }

  @Test
  void peopleAreFoundByTheirIdsTogether() {
    UserRecord other = Samples.storedUser(store(), user.client(), "18");
    assertThat(store().users().byIds(List.of(user.id(), other.id(), UUID.randomUUID())))
        .containsExactlyInAnyOrder(user, other);
    assertThat(store().users().byIds(List.of())).isEmpty();
  }

  @Test
  void aLockedPersonIsChangedByOneAtATime() throws Exception {
    StoreContract.together(
        4,
        () ->
            store()
                .inTransaction(tx -> {
                  UserRecord now = tx.users().locked(user.client(), "17").orElseThrow();
                  tx.users().update(counted(now));
                  return true;
                }));
    assertThat(store().users().byId(user.id()).orElseThrow().metadata()).isEqualTo("{\"n\":4}");
    assertThat(store().users().locked(user.client(), "nobody")).isEmpty();
  }

  private static UserRecord counted(UserRecord user) {
    String digits = user.metadata().replaceAll("\\D", "");
    int next = user.metadata().contains("\"n\"") ? Integer.parseInt(digits) + 1 : 1;
    return new UserRecord(
        user.id(),
        user.client(),
        user.externalId(),
        user.profile(),
        "{\"n\":" + next + "}",
        true,
        true,
        null,
        NOON,
        NOON);
  }

  private List<PictureFacts> facts() {
    return store().pictures().facts(List.of(user.id())).getOrDefault(user.id(), List.of());
  }
}
