package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Body of {@code POST /api/clients/users/}, and of {@code PUT} and {@code PATCH} on one user, which
 * leave alone what is absent.
 *
 * @param profile a JSON object
 * @param metadata a JSON object
 * @param oldProfilePhoto data URL or base64; JSON's null takes the photo away
 * @param profileImage like oldProfilePhoto
 */
public record UserBody(
    @Field(
            value = "Your own name for the person, 1 to 100 characters, none of them control.",
            min = 1,
            max = 100,
            pattern = Wire.NAME,
            example = "\"employee-17\"")
        @Nullable String externalUserId,
    @Field(value = "Anything you want to keep with the person; sealed at rest.", json = "object")
        @Nullable JsonNode profile,
    @Field(value = "Like profile.", json = "object") @Nullable JsonNode metadata,
    @Field("Whether the person may authenticate by face; default true.")
        @Nullable Boolean faceAuthEnabled,
    @Field(
            value =
                "JPEG or PNG as data URL or base64, with one clear face; an enrollment says how similar it is. null takes"
                    + " it away.",
            json = {"string", "null"})
        @Nullable JsonNode oldProfilePhoto,
    @Field(
            value = "JPEG or PNG as data URL or base64, to be shown. null takes it away.",
            json = {"string", "null"})
        @Nullable JsonNode profileImage) {

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "UserBody[…]";
  }
}
