package org.facedesk.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.facedesk.admin.EnrollmentAdministration;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.SessionService;
import org.facedesk.server.http.StationProbe;
import org.facedesk.server.security.ClientDirectory;
import org.facedesk.store.AuditEvent;

/**
 * What the server is plugged into.
 *
 * @param analysis bounded and owned by the caller; frames are judged on it
 * @param tokenKey 32 bytes or more, the same from start to start; access tokens are signed with it
 * @param audit writes an event into the audit trail; may wait for the database
 * @param qualityThreshold what a frame's quality score has to reach, told to clients, 0..1
 */
public record ServerPorts(
    SessionService sessions,
    People people,
    ClientDirectory clients,
    StationProbe probe,
    Executor analysis,
    byte[] tokenKey,
    DoubleSupplier qualityThreshold,
    PrometheusMeterRegistry metrics,
    Consumer<AuditEvent> audit,
    InstantSource clock) {

  /** The use cases for clients' people, their pictures and their enrollments. */
  public record People(
      PeopleAdministration people, EnrollmentAdministration enrollments, PictureIntake pictures) {}

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "ServerPorts[…]";
  }
}
