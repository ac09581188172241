package org.facedesk.server.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param mediaType null when there is no body
 * @param body bytes, text, or with the type of JSON anything that is written as that
 * @param headers in the place of those that every answer carries
 */
public record Answer(
    int status, @Nullable String mediaType, Object body, Map<String, String> headers) {
  static final String JSON = "application/json";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public Answer(int status, String mediaType, Object body) {
    this(status, mediaType, body, Map.of());
  }

  public static Answer json(int status, Object body) {
    return new Answer(status, JSON, body);
  }

  public static Answer ok(Object body) {
    return json(200, body);
  }

  public static Answer created(Object body) {
    return json(201, body);
  }

  public static Answer noContent() {
    return new Answer(204, null, "", Map.of());
  }
}
