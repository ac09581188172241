package org.facedesk.server.http;

import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.UserBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client says about a person, in JSON or as a form; null and {@link PictureWish.Keep} for
 * what it does not mention.
 */
record UserForm(
    @Nullable String externalUserId,
    @Nullable String profile,
    @Nullable String metadata,
    @Nullable Boolean faceAuthEnabled,
    PictureWish oldProfilePhoto,
    PictureWish profileImage) {

  /**
   * @throws FacedeskException INVALID_REQUEST, INVALID_IMAGE, IMAGE_TOO_LARGE, MESSAGE_TOO_LARGE
   */
  static UserForm read(Call call) {
    return Form.sentBy(call)
        ? Form.read(call, form -> fromForm(call, form))
        : fromJson(call.body(UserBody.class));
  }

  private static UserForm fromJson(UserBody body) {
    return new UserForm(
        body.externalUserId(),
        object("profile", body.profile()),
        object("metadata", body.metadata()),
        body.faceAuthEnabled(),
        PictureWish.of(body.oldProfilePhoto()),
        PictureWish.of(body.profileImage()));
  }

  private static UserForm fromForm(Call call, Form form) {
    return new UserForm(
        form.text("external_user_id"),
        object("profile", json(call, form.text("profile"))),
        object("metadata", json(call, form.text("metadata"))),
        flag(form.text("face_auth_enabled")),
        PictureWish.of(form, "old_profile_photo"),
        PictureWish.of(form, "profile_image"));
  }

  private static @Nullable JsonNode json(Call call, @Nullable String text) {
    return text == null || text.isBlank() ? null : call.parsed(text, JsonNode.class);
  }

  private static @Nullable String object(String name, @Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    if (!node.isObject()) {
      throw invalid(name + " is a JSON object.");
    }
    return node.toString();
  }

  /** Forms have no type for it; these are the words that browsers and Django's clients send. */
  private static @Nullable Boolean flag(@Nullable String text) {
    return switch (text) {
      case null -> null;
      case "" -> null;
      case "true", "True", "1", "on" -> true;
      case "false", "False", "0", "off" -> false;
      default -> throw invalid("face_auth_enabled is true or false.");
    };
  }

  private static FacedeskException invalid(String message) {
    return new FacedeskException(ErrorCode.INVALID_REQUEST, message);
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "UserForm[…]";
  }
}
