package org.facedesk.admin;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the trail in a file: all that its hash is made of, and both hashes in hexadecimal.
 *
 * @param at to the millisecond, as it is hashed
 */
record TrailLine(
    long number,
    Instant at,
    String action,
    String actor,
    @Nullable UUID client,
    @Nullable String subject,
    @Nullable String correlationId,
    Map<String, String> details,
    String previousHash,
    String hash) {

  static final List<String> COLUMNS =
      List.of(
          "number",
          "at",
          "action",
          "actor",
          "client",
          "subject",
          "correlation_id",
          "details",
          "previous_hash",
          "hash");

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  TrailLine {
    // a line of a file may lack anything
    Objects.requireNonNull(at);
    Objects.requireNonNull(action);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(details);
    Objects.requireNonNull(previousHash);
    Objects.requireNonNull(hash);
  }

  static TrailLine of(Audit.Entry entry) {
    AuditEvent event = entry.event();
    return new TrailLine(
        entry.number(),
        entry.at(),
        event.action(),
        event.actor(),
        event.client(),
        event.subject(),
        event.correlationId(),
        new TreeMap<>(event.details()),
        HexFormat.of().formatHex(entry.previousHash()),
        HexFormat.of().formatHex(entry.hash()));
  }

  static TrailLine read(String json) {
    return JSON.readValue(json, TrailLine.class);
  }

  /** The entry it was; throws IllegalArgumentException if the hashes are not hexadecimal. */
  Audit.Entry entry() {
    return new Audit.Entry(
        number,
        at,
        new AuditEvent(action, actor, client, subject, correlationId, details),
        HexFormat.of().parseHex(previousHash),
        HexFormat.of().parseHex(hash));
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  List<String> values() {
    return List.of(
        String.valueOf(number),
        at.toString(),
        action,
        actor,
        client == null ? "" : client.toString(),
        subject == null ? "" : subject,
        correlationId == null ? "" : correlationId,
        JSON.writeValueAsString(details),
        previousHash,
        hash);
  }
}
