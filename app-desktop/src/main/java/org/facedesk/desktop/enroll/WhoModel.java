package org.facedesk.desktop.enroll;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.ConsentText;
import org.facedesk.admin.EnrollmentOrder;
import org.facedesk.admin.PersonName;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.enroll.EnrollStep.Trouble;
import org.facedesk.desktop.enroll.WhoSheet.Photo;
import org.facedesk.desktop.ui.Background;
import org.facedesk.enroll.DeskTerms;
import org.facedesk.store.Picture;
import org.jspecify.annotations.Nullable;

/** The first step without JavaFX: who it is, what they agree to, what they brought. */
final class WhoModel {
  private static final int MAX_PHOTO_BYTES = 1 << 20;

  private final EnrollServices services;
  private final CaptureModel capture;
  private final Background background;
  private final Runnable changed;

  private String userId = "";

  /** Whose consent, exemption and photo these are; empty while no id was entered yet. */
  private String given = "";

  private String name = "";
  private People.@Nullable Person known;
  private ConsentText consent;
  private DeskTerms.@Nullable Consent agreed;
  private Photo photo = new Photo.None();
  private @Nullable Picture oldPhoto;
  private int photoNumber;
  private boolean exemptionOpen;
  private EnrollmentOrder.@Nullable Exemption exemption;

  /**
   * @param changed told after every change
   */
  WhoModel(EnrollServices services, CaptureModel capture, Background background, Runnable changed) {
    this.services = services;
    this.capture = capture;
    this.background = background;
    this.changed = changed;
    this.consent = services.consents().in(Locale.getDefault().getLanguage());
  }

  WhoSheet sheet() {
    return new WhoSheet(
        userId,
        name,
        known,
        services.consents().languages(),
        consent,
        agreed != null,
        photo,
        exemption == null ? Set.of() : exemption.proofs(),
        exemptionOpen);
  }

  String id() {
    return userId.strip();
  }

  /** What the person is called from now on; empty if that stays as it is. */
  String name() {
    return name.strip();
  }

  /** What keeps the operator from going on. */
  Trouble trouble() {
    if (id().isEmpty() || id().length() > EnrollViewModel.MAX_ID_LENGTH) {
      return Trouble.ID;
    }
    if (!PersonName.permits(name)) {
      return Trouble.NAME;
    }
    if (photo instanceof Photo.Reading || photo instanceof Photo.Unusable) {
      return Trouble.PHOTO;
    }
    return agreed == null ? Trouble.CONSENT : Trouble.NONE;
  }

  /** Everything that was entered goes; the consent language stays for the next in line. */
  void clear() {
    userId = "";
    known = null;
    forget();
    changed.run();
  }

  /** What one person gave is no other's. */
  private void forget() {
    name = "";
    given = "";
    agreed = null;
    exemption = null;
    exemptionOpen = false;
    dropPhoto();
  }

  /** What was given without an id is given by whoever is entered when the operator goes on. */
  void settle() {
    if (given.isEmpty()) {
      given = id();
    }
  }

  void editUserId(String text) {
    userId = text;
    known = null;
    String id = id();
    if (!given.isEmpty() && !id.isEmpty() && !id.equals(given)) {
      forget();
    }
    if (!id.isEmpty() && id.length() <= EnrollViewModel.MAX_ID_LENGTH) {
      People people = capture.workplace().people();
      background.run(
          () -> people.find(id),
          found -> {
            if (id.equals(id())) {
              known = found.orElse(null);
              changed.run();
            }
          },
          capture::failed);
    }
    changed.run();
  }

  void editName(String text) {
    name = text;
    changed.run();
  }

  /** What was agreed to in another language was another text. */
  void chooseLanguage(String language) {
    consent = services.consents().in(language);
    agreed = null;
    changed.run();
  }

  void agree(boolean yes) {
    settle();
    agreed =
        yes
            ? new DeskTerms.Consent(
                consent.version(), consent.language(), services.clock().instant())
            : null;
    changed.run();
  }

  ConsentText consent() {
    return consent;
  }

  // the old photo

  void choosePhoto(Path file) {
    settle();
    int mine = ++photoNumber;
    photo = new Photo.Reading();
    oldPhoto = null;
    changed.run();
    background.run(
        () -> capture.workplace().pictures().oldPhoto(read(file)),
        picture -> whenPresent(mine, taken(picture)),
        why -> whenPresent(mine, self -> self.photo = new Photo.Unusable(why)));
  }

  private static Consumer<WhoModel> taken(Picture picture) {
    return self -> {
      self.oldPhoto = picture;
      self.photo = new Photo.Ready(picture.image());
    };
  }

  private void whenPresent(int number, Consumer<WhoModel> change) {
    if (number == photoNumber) {
      change.accept(this);
      changed.run();
    }
  }

  /** No more than can be used is read, however large the file is. */
  private static byte[] read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MAX_PHOTO_BYTES + 1);
      if (bytes.length > MAX_PHOTO_BYTES) {
        throw new FacedeskException(ErrorCode.IMAGE_TOO_LARGE, "the photo's file is too large");
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new FacedeskException(
          ErrorCode.INVALID_IMAGE,
          "the photo cannot be read",
          new UncheckedIOException(unreadable));
    }
  }

  void removePhoto() {
    dropPhoto();
    changed.run();
  }

  private void dropPhoto() {
    photoNumber++; // one that is still being read comes too late
    photo = new Photo.None();
    oldPhoto = null;
  }

  @Nullable Picture oldPhoto() {
    return oldPhoto;
  }

  // exemptions

  void openExemption(boolean open) {
    exemptionOpen = open;
    changed.run();
  }

  void exempt(Set<DeskTerms.Proof> proofs, Actor supervisor, String reason) {
    settle();
    exemption = new EnrollmentOrder.Exemption(proofs, supervisor, reason);
    exemptionOpen = false;
    changed.run();
  }

  void withdrawExemption() {
    exemption = null;
    changed.run();
  }

  /**
   * @throws IllegalStateException before the person has agreed
   */
  EnrollmentOrder order() {
    DeskTerms.Consent given = agreed;
    if (given == null) {
      throw new IllegalStateException("nobody is captured who has not agreed");
    }
    return new EnrollmentOrder(
        id(), capture.source(), given, exemption, capture.settings().challenge());
  }
}
