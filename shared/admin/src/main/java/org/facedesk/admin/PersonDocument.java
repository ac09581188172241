package org.facedesk.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.PictureFacts;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code person.json} of an export; the components are its names, in snake case. */
record PersonDocument(
    Instant exportedAt,
    String record,
    String id,
    JsonNode profile,
    JsonNode metadata,
    boolean active,
    boolean faceAuthentication,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant enrolledAt,
    List<PictureFile> pictures,
    List<TemplateFacts> templates,
    List<Enrollment> enrollments,
    List<Consent> consents,
    List<Attempt> attempts,
    List<TrailEntry> trail) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  record PictureFile(
      String kind, String file, Instant storedAt, @Nullable Double similarityWithEnrolledFace) {}

  /** That there is a template, and not what is in it. */
  record TemplateFacts(String model, int samples, Instant createdAt) {}

  record Enrollment(
      String id,
      String status,
      String source,
      @Nullable Double quality,
      int frames,
      Instant createdAt,
      @Nullable Instant completedAt) {}

  record Consent(String enrollment, String version, String language, Instant shownAt) {}

  record Attempt(String type, String outcome, @Nullable Double confidence, Instant at) {}

  /** Who did it is another's data, and not given out. */
  record TrailEntry(long number, Instant at, String action, Map<String, String> details) {}

  static PersonDocument of(
      PersonHistory history,
      List<TemplateRecord> templates,
      List<ConsentRecord> consents,
      Instant now) {
    UserRecord user = history.user();
    return new PersonDocument(
        now,
        user.id().toString(),
        user.externalId(),
        JSON.readTree(user.profile()),
        JSON.readTree(user.metadata()),
        user.active(),
        user.faceAuthEnabled(),
        user.createdAt(),
        user.updatedAt(),
        user.enrolledAt(),
        history.pictures().stream().map(PersonDocument::picture).toList(),
        templates.stream()
            .map(t -> new TemplateFacts(t.modelId(), t.samples(), t.createdAt()))
            .toList(),
        history.enrollments().stream()
            .map(e ->
                new Enrollment(
                    e.id().toString(),
                    e.status(),
                    e.source(),
                    e.quality(),
                    e.frames(),
                    e.createdAt(),
                    e.completedAt()))
            .toList(),
        consents.stream()
            .map(
                c -> new Consent(c.enrollment().toString(), c.version(), c.language(), c.shownAt()))
            .toList(),
        history.attempts().stream()
            .map(a -> new Attempt(a.type().wireName(), a.outcome(), a.confidence(), a.at()))
            .toList(),
        history.trail().stream()
            .map(e -> new TrailEntry(e.number(), e.at(), e.event().action(), e.event().details()))
            .toList());
  }

  private static PictureFile picture(PictureFacts facts) {
    String kind = facts.kind().name().toLowerCase(Locale.ROOT);
    return new PictureFile(kind, kind + ".jpg", facts.createdAt(), facts.similarity());
  }

  byte[] bytes() {
    return JSON.writeValueAsBytes(this);
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "PersonDocument[" + record + "]";
  }
}
