package org.facedesk.server.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one address answers to one method.
 *
 * @param path with its trailing slash, parameters in braces
 * @param id unique among all operations
 * @param secured whether it needs an API client's credentials
 * @param paged whether it takes {@code ?page=}
 * @param body what it reads, null for nothing
 * @param replies what it answers by status, when it does not refuse
 * @param errors statuses of its refusals
 */
record Operation(
    String method,
    String path,
    String id,
    String tag,
    String summary,
    boolean secured,
    boolean paged,
    @Nullable Body body,
    Map<Integer, Reply> replies,
    List<Integer> errors) {

  /**
   * What may come as JSON, or as a form with the same fields.
   *
   * @param needs fields that have to be there, besides those that the record says itself
   * @param without fields that have no place here
   */
  record Body(Class<?> type, List<String> needs, List<String> without) {}

  /**
   * @param mediaType null without a body
   */
  record Reply(
      String description, @Nullable String mediaType, Function<Schemas, ObjectNode> schema) {}

  static Operation open(String method, String path, String id, String tag, String summary) {
    return new Operation(
        method,
        path,
        id,
        tag,
        summary,
        false,
        false,
        null,
        Map.of(),
        List.of(403, 413, 415, 429, 503));
  }

  static Operation client(String method, String path, String id, String tag, String summary) {
    return new Operation(
        method,
        path,
        id,
        tag,
        summary,
        true,
        false,
        null,
        Map.of(),
        List.of(401, 403, 413, 415, 429, 503));
  }

  Operation reads(Class<?> type) {
    return reads(new Body(type, List.of(), List.of()));
  }

  Operation reads(Body other) {
    return new Operation(method, path, id, tag, summary, secured, paged, other, replies, errors)
        .refuses(400);
  }

  Operation inPages() {
    return new Operation(method, path, id, tag, summary, secured, true, body, replies, errors)
        .refuses(404);
  }

  Operation refuses(int... statuses) {
    List<Integer> more =
        Stream.concat(errors.stream(), IntStream.of(statuses).boxed()).sorted().distinct().toList();
    return new Operation(method, path, id, tag, summary, secured, paged, body, replies, more);
  }

  Operation answers(int status, String description, Class<?> type) {
    return answers(status, description, schemas -> schemas.of(type, Schemas.Direction.ANSWER));
  }

  Operation answers(int status, String description, Function<Schemas, ObjectNode> schema) {
    return with(status, new Reply(description, "application/json", schema));
  }

  Operation answers(int status, String description) {
    return with(status, new Reply(description, null, schemas -> schemas.all().objectNode()));
  }

  Operation answersWith(
      String mediaType, String description, Function<Schemas, ObjectNode> schema) {
    return with(200, new Reply(description, mediaType, schema));
  }

  private Operation with(int status, Reply reply) {
    Map<Integer, Reply> more = new LinkedHashMap<>(replies);
    more.put(status, reply);
    return new Operation(method, path, id, tag, summary, secured, paged, body, more, errors);
  }
}
