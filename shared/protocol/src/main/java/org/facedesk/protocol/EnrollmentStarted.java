package org.facedesk.protocol;

import java.time.Instant;
import java.util.UUID;

/** 201 of {@code POST /api/auth/enrollment/}. */
public record EnrollmentStarted(
    String sessionToken,
    UUID enrollmentId,
    String status,
    int targetSamples,
    Instant expiresAt,
    String websocketUrl,
    String message) {

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "EnrollmentStarted[" + enrollmentId + "]";
  }
}
