package org.facedesk.protocol;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/core/auth/client/}. */
public record ClientLogin(
    @Field(required = true) @Nullable String apiKey,
    @Field(value = "Also understood as secret_key.", required = true) @JsonAlias("secret_key")
        @Nullable String apiSecret) {

  /** Keeps the credentials out of logs. */
  @Override
  public String toString() {
    return "ClientLogin[…]";
  }
}
