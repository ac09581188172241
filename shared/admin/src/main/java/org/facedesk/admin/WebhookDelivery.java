package org.facedesk.admin;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.protocol.crypto.NoticeSignature;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.facedesk.store.Webhooks.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells clients of the ends of their sessions: a signed POST, tried again with growing pauses until
 * it is answered with 2xx or given up after ten tries (a day and a half). It may arrive twice; its
 * {@code Idempotency-Key} is the same each time. Safe for many threads, and for many stations on
 * one store.
 */
public final class WebhookDelivery implements AutoCloseable {
  /** From a try to the next. */
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(10),
          Duration.ofHours(20));

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 16;

  /** Of one client: a receiver that is away must not fill the round. */
  private static final int AT_ONCE_EACH = 4;

  private final Store store;
  private final ClientKeys keys;
  private final InstantSource clock;
  private final Consumer<String> counted;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER) // what is sent is for one address only
          .build();

  /**
   * @param counted hears {@code delivered}, {@code retried} or {@code abandoned} for each try
   */
  public WebhookDelivery(Store store, InstantSource clock, Consumer<String> counted) {
    this.store = store;
    this.keys = new ClientKeys(store.seal());
    this.clock = clock;
    this.counted = counted;
  }

  /** Sends what is due now, and returns when each was answered or was not in time. */
  public void deliver() {
    List<Notice> due = store.webhooks().due(clock.instant(), AT_ONCE_EACH, AT_ONCE);
    if (due.isEmpty()) {
      return;
    }
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(notice -> senders.execute(() -> deliver(notice)));
    }
  }

  private void deliver(Notice notice) {
    UUID session = notice.session().id();
    try {
      boolean last = notice.tries() >= PAUSES.size();
      Instant next = clock.instant().plus(last ? Duration.ZERO : PAUSES.get(notice.tries()));
      if (!store.webhooks().claim(notice, next)) {
        return; // another station was quicker
      }
      if (taken(notice, last)) {
        counted.accept("delivered");
      } else if (last) {
        counted.accept("abandoned");
        LOG.warn("the end of session {} could not be told to its client", session);
      } else {
        counted.accept("retried");
      }
    } catch (RuntimeException e) {
      LOG.error("the end of session {} could not be told to its client now", session, e);
    }
  }

  /** One try; the last is the last also if it cannot even be made. */
  private boolean taken(Notice notice, boolean last) {
    boolean accepted = false;
    try {
      accepted = accepted(notice);
      return accepted;
    } finally {
      if (accepted || last) {
        store.webhooks().over(notice.session().id());
      }
    }
  }

  private boolean accepted(Notice notice) {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request(notice), HttpResponse.BodyHandlers.discarding());
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode() / 100 == 2;
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true); // also a receiver that answers and never comes to an end
      LOG.info(
          "no answer to the notice of session {}: {}",
          notice.session().id(),
          e.getClass().getSimpleName()); // its message may carry the address
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest request(Notice notice) {
    SessionRecord session = notice.session();
    ClientRecord client = store.clients().byId(session.client()).orElseThrow();
    String event =
        session.status() == SessionStatus.COMPLETED ? "session.completed" : "session.failed";
    byte[] body =
        JSON.writeValueAsString(body(event, session, client)).getBytes(StandardCharsets.UTF_8);
    try (EnvelopeKeys secrets = keys.open(client)) {
      return HttpRequest.newBuilder(URI.create(notice.url()))
          .timeout(PATIENCE)
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", session.id().toString())
          .header("X-Facedesk-Event", event)
          .header(
              "X-Facedesk-Signature",
              NoticeSignature.of(secrets.secret(), clock.instant().getEpochSecond(), body))
          .POST(HttpRequest.BodyPublishers.ofByteArray(body))
          .build();
    }
  }

  private Map<String, Object> body(String event, SessionRecord session, ClientRecord client) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", event);
    body.put("session_id", session.id().toString());
    body.put("session_type", session.type().wireName());
    body.put("status", session.status().wireName());
    body.put("reason", session.reason());
    UUID user = session.user();
    if (user != null && !client.strict()) {
      UserRecord person = store.users().byId(user).orElse(null);
      body.put("user_id", person == null ? null : person.externalId());
      if (person != null && !person.client().equals(client.id())) {
        store
            .clients()
            .byId(person.client())
            .ifPresent(owner -> body.put("user_client_id", owner.clientId()));
      }
    }
    UUID enrollment = session.enrollment();
    body.put("enrollment_id", enrollment == null ? null : enrollment.toString());
    body.put("frames_processed", session.frames());
    body.put("created_at", session.createdAt().toString());
    body.put("ended_at", String.valueOf(session.endedAt()));
    return body;
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
