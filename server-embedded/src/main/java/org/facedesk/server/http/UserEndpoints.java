package org.facedesk.server.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.facedesk.admin.NewPerson;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.admin.PeoplePage;
import org.facedesk.admin.PersonChange;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.protocol.Page;
import org.facedesk.protocol.UserDetails;
import org.facedesk.server.ws.AnalysisTurn;
import org.facedesk.store.Picture;
import org.facedesk.store.Picture.Kind;
import org.facedesk.store.PictureFacts;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /api/clients/users/}: a client's people. */
public final class UserEndpoints {
  static final String PATH = "/api/clients/users/";

  private final PeopleAdministration people;
  private final PictureIntake intake;
  private final AnalysisTurn analysis;
  private final WebsocketUrls urls;

  public UserEndpoints(
      PeopleAdministration people,
      PictureIntake intake,
      AnalysisTurn analysis,
      WebsocketUrls urls) {
    this.people = people;
    this.intake = intake;
    this.analysis = analysis;
    this.urls = urls;
  }

  public Answer list(Call call) {
    Paging paging = new Paging(call, urls);
    PeoplePage page = people.page(call.client(), paging.offset(), Page.SIZE);
    Map<UUID, List<PictureFacts>> pictures = people.pictures(page.people());
    return paging.answer(
        PATH,
        page.total(),
        page.people(),
        user -> details(call, user, pictures.getOrDefault(user.id(), List.of())));
  }

  public Answer create(Call call) {
    UserForm form = UserForm.read(call);
    String id = form.externalUserId();
    if (id == null) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "external_user_id is missing.");
    }
    UserRecord user =
        people.create(
            call.client(),
            new NewPerson(
                id,
                form.profile() == null ? "{}" : form.profile(),
                form.metadata() == null ? "{}" : form.metadata(),
                form.faceAuthEnabled() == null || form.faceAuthEnabled(),
                pictures(form)),
            call.actor());
    return Answer.created(details(call, user));
  }

  public Answer view(Call call) {
    return Answer.ok(details(call, people.find(call.client(), id(call))));
  }

  /** PUT and PATCH: what is not mentioned stays as it is. */
  public Answer change(Call call) {
    String id = id(call);
    people.find(call.client(), id); // unknown people are unknown whatever is said about them
    UserForm form = UserForm.read(call);
    if (form.externalUserId() != null && !form.externalUserId().equals(id)) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "external_user_id cannot change.");
    }
    UserRecord user =
        people.change(
            call.client(),
            id,
            new PersonChange(
                form.profile(),
                form.metadata(),
                form.faceAuthEnabled(),
                null,
                pictures(form),
                removed(form)),
            call.actor());
    return Answer.ok(details(call, user));
  }

  public Answer delete(Call call) {
    people.erase(call.client(), id(call), call.actor());
    return Answer.noContent();
  }

  public Answer activate(Call call) {
    return activation(call, true);
  }

  public Answer deactivate(Call call) {
    return activation(call, false);
  }

  private Answer activation(Call call, boolean active) {
    return Answer.ok(
        details(
            call,
            people.change(call.client(), id(call), PersonChange.activation(active), call.actor())));
  }

  public Answer oldProfilePhoto(Call call) {
    return picture(call, Kind.OLD_PROFILE_PHOTO);
  }

  public Answer profileImage(Call call) {
    return picture(call, Kind.PROFILE_IMAGE);
  }

  private Answer picture(Call call, Kind kind) {
    return new Answer(200, "image/jpeg", people.picture(call.client(), id(call), kind));
  }

  private List<Picture> pictures(UserForm form) {
    List<Picture> pictures = new ArrayList<>();
    if (form.oldProfilePhoto() instanceof PictureWish.Put(byte[] encoded)) {
      pictures.add(analysis.of(() -> intake.oldPhoto(encoded)));
    }
    if (form.profileImage() instanceof PictureWish.Put(byte[] encoded)) {
      pictures.add(analysis.of(() -> intake.profileImage(encoded)));
    }
    return pictures;
  }

  private static Set<Kind> removed(UserForm form) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (form.oldProfilePhoto() instanceof PictureWish.Remove) {
      kinds.add(Kind.OLD_PROFILE_PHOTO);
    }
    if (form.profileImage() instanceof PictureWish.Remove) {
      kinds.add(Kind.PROFILE_IMAGE);
    }
    return kinds;
  }

  private UserDetails details(Call call, UserRecord user) {
    return details(call, user, people.pictures(List.of(user)).getOrDefault(user.id(), List.of()));
  }

  private UserDetails details(Call call, UserRecord user, List<PictureFacts> pictures) {
    PictureFacts old = facts(pictures, Kind.OLD_PROFILE_PHOTO);
    PictureFacts portrait = facts(pictures, Kind.PROFILE_IMAGE);
    return new UserDetails(
        user.id(),
        user.externalId(),
        call.parsed(user.profile(), JsonNode.class),
        call.parsed(user.metadata(), JsonNode.class),
        user.active(),
        user.faceAuthEnabled(),
        user.enrolledAt() != null,
        user.enrolledAt(),
        old == null ? null : old.similarity(),
        old == null ? null : url(call, user, Kind.OLD_PROFILE_PHOTO),
        portrait == null ? null : url(call, user, Kind.PROFILE_IMAGE),
        user.createdAt(),
        user.updatedAt());
  }

  private static @Nullable PictureFacts facts(List<PictureFacts> pictures, Kind kind) {
    return pictures.stream().filter(one -> one.kind() == kind).findFirst().orElse(null);
  }

  private String url(Call call, UserRecord user, Kind kind) {
    return urls.rest(
        call.peer(),
        PATH
            + PathText.encoded(user.externalId())
            + "/"
            + kind.name().toLowerCase(Locale.ROOT)
            + "/");
  }

  private static String id(Call call) {
    return call.parameter("external_user_id");
  }
}
