package org.facedesk.server.http;

/**
 * What is sent back.
 *
 * @param body text, or with the type of JSON anything that is written as that
 */
public record Answer(int status, String mediaType, Object body) {
  static final String JSON = "application/json";

  public static Answer json(int status, Object body) {
    return new Answer(status, JSON, body);
  }

  public static Answer ok(Object body) {
    return json(200, body);
  }

  public static Answer created(Object body) {
    return json(201, body);
  }
}
