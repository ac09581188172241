package org.facedesk.server.openapi;

import java.util.List;

/**
 * Where an answer leads.
 *
 * @param from the operation that answers
 * @param field of its answer, a JSON pointer
 * @param to the operation that takes it
 * @param parameter of that operation's path
 */
record Link(String from, String field, String to, String parameter) {

  static final List<Link> ALL =
      java.util.stream.Stream.of(
              session("startEnrollment"),
              session("startAuthentication"),
              List.of(
                  new Link("startEnrollment", "/enrollment_id", "viewEnrollment", "id"),
                  new Link("startEnrollment", "/enrollment_id", "deleteEnrollment", "id")),
              user(
                  "viewUser",
                  "replaceUser",
                  "changeUser",
                  "activateUser",
                  "deactivateUser",
                  "listUserEnrollments",
                  "viewOldProfilePhoto",
                  "viewProfileImage",
                  "deleteUser"))
          .flatMap(List::stream)
          .toList();

  private static List<Link> session(String from) {
    return List.of(
        new Link(from, "/session_token", "viewSession", "token"),
        new Link(from, "/session_token", "viewSessionStatus", "token"),
        new Link(from, "/session_token", "cancelSession", "token"));
  }

  private static List<Link> user(String... operations) {
    return List.of(operations).stream()
        .map(to -> new Link("createUser", "/external_user_id", to, "external_user_id"))
        .toList();
  }
}
