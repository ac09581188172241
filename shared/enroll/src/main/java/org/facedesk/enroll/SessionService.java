package org.facedesk.enroll;

import java.util.Optional;
import java.util.UUID;
import org.facedesk.store.ClientRecord;

/**
 * Sessions from creation to their end, for the desk and for remote clients alike. Safe for many
 * threads.
 *
 * <p>Every method that names a client answers for that client's own sessions only; another's are as
 * unknown as ones that never were (SESSION_NOT_FOUND).
 */
public interface SessionService {
  /**
   * @throws org.facedesk.core.FacedeskException INVALID_REQUEST, TOO_MANY_SESSIONS
   */
  SessionTicket createEnrollment(ClientRecord client, EnrollmentRequest request);

  /**
   * @throws org.facedesk.core.FacedeskException INVALID_REQUEST, USER_NOT_FOUND, NOT_ENROLLED,
   *     TOO_MANY_SESSIONS
   */
  SessionTicket createAuthentication(ClientRecord client, AuthenticationRequest request);

  /**
   * Opens a session for frames; one holder at a time, until it is closed or over.
   *
   * @throws org.facedesk.core.FacedeskException SESSION_NOT_FOUND, SESSION_EXPIRED, or
   *     SESSION_STATE if it is over or held by someone else
   */
  LiveSession open(String token);

  /** The client a token's session belongs to. */
  Optional<UUID> owner(String token);

  SessionView view(ClientRecord client, String token);

  /**
   * @throws org.facedesk.core.FacedeskException SESSION_NOT_FOUND, or SESSION_STATE if it is over
   *     already
   */
  SessionView cancel(ClientRecord client, String token);

  /**
   * Expires what is overdue and removes what is past its retention; called now and then by the
   * station.
   */
  void sweep();

  /**
   * Ends in memory what is over in the store: sessions of someone who was erased, of a client that
   * was shut out, or cancelled by another station. Called more often than {@link #sweep}.
   */
  void followStore();

  /** How many sessions of all clients are not over. */
  int open();
}
