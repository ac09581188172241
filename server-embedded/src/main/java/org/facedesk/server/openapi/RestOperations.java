package org.facedesk.server.openapi;

import java.util.List;
import org.facedesk.protocol.AuthenticationStarted;
import org.facedesk.protocol.ClientLogin;
import org.facedesk.protocol.ClientToken;
import org.facedesk.protocol.EnrollmentDetails;
import org.facedesk.protocol.EnrollmentStarted;
import org.facedesk.protocol.ErrorBody;
import org.facedesk.protocol.ProcessImage;
import org.facedesk.protocol.ServerMessage;
import org.facedesk.protocol.SessionState;
import org.facedesk.protocol.StartAuthentication;
import org.facedesk.protocol.StartEnrollment;
import org.facedesk.protocol.StationHealth;
import org.facedesk.protocol.StationInfo;
import org.facedesk.protocol.StationStatus;
import org.facedesk.protocol.UserBody;
import org.facedesk.protocol.UserDetails;
import org.facedesk.server.openapi.Operation.Body;
import org.facedesk.server.openapi.Schemas.Direction;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What each address of REST is for. */
final class RestOperations {
  private static final String CREDENTIALS = "Credentials";
  private static final String SESSIONS = "Sessions";
  private static final String USERS = "Users";
  private static final String ENROLLMENTS = "Enrollments";
  private static final String STATION = "Station";
  private static final String ID = "external_user_id";
  private static final String USER = "/api/clients/users/{external_user_id}/";
  private static final String SESSION = "/api/auth/sessions/{token}/";

  private RestOperations() {}

  static List<Operation> all() {
    return java.util.stream.Stream.of(credentials(), sessions(), users(), enrollments(), station())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation> credentials() {
    return List.of(
        login("/api/core/auth/client/", "login"), login("/api/auth/client/", "loginAlias"));
  }

  private static Operation login(String path, String id) {
    return Operation.open("POST", path, id, CREDENTIALS, "An API key and its secret for a JWT")
        .reads(ClientLogin.class)
        .answers(200, "A token for an hour.", ClientToken.class)
        .refuses(401);
  }

  private static List<Operation> sessions() {
    return List.of(
        Operation.client(
                "POST", "/api/auth/enrollment/", "startEnrollment", SESSIONS, "Start an enrollment")
            .reads(StartEnrollment.class)
            .answers(201, "A session that waits for its frames.", EnrollmentStarted.class),
        Operation.client(
                "POST",
                "/api/auth/authentication/",
                "startAuthentication",
                SESSIONS,
                "Start a verification or an identification")
            .reads(StartAuthentication.class)
            .answers(201, "A session that waits for its frames.", AuthenticationStarted.class)
            .refuses(404, 409),
        Operation.client(
                "POST",
                "/api/auth/process-image/",
                "processImage",
                SESSIONS,
                "One frame, for clients without a WebSocket")
            .reads(ProcessImage.class)
            .answers(200, "What a WebSocket would have sent.", Schemas::anyMessage)
            .answers(409, "A duplicate face, or a session that is over.", RestOperations::conflict)
            .refuses(404),
        view(SESSION, "viewSession"),
        view(SESSION + "status/", "viewSessionStatus"),
        Operation.client(
                "POST", SESSION + "cancel/", "cancelSession", SESSIONS, "Give a session up")
            .answers(200, "The session, cancelled.", SessionState.class)
            .refuses(404, 409));
  }

  private static Operation view(String path, String id) {
    return Operation.client("GET", path, id, SESSIONS, "How a session stands")
        .answers(200, "States, counts and times; never a picture.", SessionState.class)
        .refuses(404);
  }

  private static ObjectNode conflict(Schemas schemas) {
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    either
        .putArray("anyOf")
        .add(schemas.message("enrollment_failed", ServerMessage.EnrollmentFailed.class))
        .add(schemas.of(ErrorBody.class, Direction.ANSWER));
    return either;
  }

  private static List<Operation> users() {
    return List.of(
        Operation.client(
                "GET", "/api/clients/users/", "listUsers", USERS, "Your users, newest first")
            .inPages()
            .answers(200, "Twenty of them.", schemas -> schemas.pageOf(UserDetails.class)),
        Operation.client("POST", "/api/clients/users/", "createUser", USERS, "Create a user")
            .reads(new Body(UserBody.class, List.of(ID), List.of()))
            .answers(201, "The new user.", UserDetails.class),
        user("GET", "", "viewUser", "One user").answers(200, "The user.", UserDetails.class),
        user("PUT", "", "replaceUser", "Change a user; what is not named stays")
            .reads(new Body(UserBody.class, List.of(), List.of(ID)))
            .answers(200, "The user, changed.", UserDetails.class),
        user("PATCH", "", "changeUser", "Change a user; what is not named stays")
            .reads(new Body(UserBody.class, List.of(), List.of(ID)))
            .answers(200, "The user, changed.", UserDetails.class),
        user("DELETE", "", "deleteUser", "Erase a user: templates, pictures, index entries")
            .answers(204, "Gone."),
        user("POST", "activate/", "activateUser", "Let a user authenticate again")
            .answers(200, "The user.", UserDetails.class),
        user("POST", "deactivate/", "deactivateUser", "Keep a user from authenticating")
            .answers(200, "The user.", UserDetails.class),
        user("GET", "enrollments/", "listUserEnrollments", "A user's enrollments, newest first")
            .inPages()
            .answers(200, "Twenty of them.", schemas -> schemas.pageOf(EnrollmentDetails.class)),
        user("GET", "old_profile_photo/", "viewOldProfilePhoto", "The user's old photo")
            .answersWith("image/jpeg", "A JPEG file.", RestOperations::file),
        user("GET", "profile_image/", "viewProfileImage", "The user's profile image")
            .answersWith("image/jpeg", "A JPEG file.", RestOperations::file));
  }

  private static Operation user(String method, String rest, String id, String summary) {
    return Operation.client(method, USER + rest, id, USERS, summary).refuses(404);
  }

  private static ObjectNode file(Schemas schemas) {
    return JsonNodeFactory.instance.objectNode();
  }

  private static List<Operation> enrollments() {
    String one = "/api/auth/enrollments/{id}/";
    return List.of(
        Operation.client(
                "GET",
                "/api/auth/enrollments/",
                "listEnrollments",
                ENROLLMENTS,
                "Your enrollments, newest first")
            .inPages()
            .answers(200, "Twenty of them.", schemas -> schemas.pageOf(EnrollmentDetails.class)),
        Operation.client("GET", one, "viewEnrollment", ENROLLMENTS, "One enrollment")
            .answers(200, "The enrollment.", EnrollmentDetails.class)
            .refuses(404),
        Operation.client(
                "DELETE",
                one,
                "deleteEnrollment",
                ENROLLMENTS,
                "Remove an enrollment and the template that came of it")
            .answers(204, "Gone.")
            .refuses(404));
  }

  private static List<Operation> station() {
    return List.of(
        health("/health/", "health"),
        health("/api/core/health/", "healthAlias"),
        Operation.open("GET", "/api/core/status/", "status", STATION, "How the station is doing")
            .answers(200, "Its state.", StationStatus.class),
        Operation.open("GET", "/api/core/info/", "info", STATION, "Formats and limits")
            .answers(200, "What it understands.", StationInfo.class),
        Operation.open(
                "GET",
                "/metrics/",
                "metrics",
                STATION,
                "Figures, for this computer or with credentials")
            .answersWith(
                "text/plain",
                "Prometheus' text format.",
                schemas -> JsonNodeFactory.instance.objectNode().put("type", "string"))
            .refuses(401));
  }

  private static Operation health(String path, String id) {
    return Operation.open("GET", path, id, STATION, "Whether the station can work")
        .answers(200, "It can.", StationHealth.class)
        .answers(503, "It cannot, or is overloaded.", RestOperations::unhealthy);
  }

  private static ObjectNode unhealthy(Schemas schemas) {
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    either
        .putArray("anyOf")
        .add(schemas.of(StationHealth.class, Direction.ANSWER))
        .add(schemas.of(ErrorBody.class, Direction.ANSWER));
    return either;
  }
}
