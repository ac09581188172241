package org.facedesk.server.ws;

import java.util.Optional;
import java.util.regex.Pattern;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.ThrottledException;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/** What the security layers have to say about one socket, from its opening to its end. */
final class SocketGuard {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{8,200}");

  private final SocketContext context;
  private final Caller caller;
  private volatile @Nullable ClientRecord client;

  SocketGuard(SocketContext context, Caller caller) {
    this.context = context;
    this.caller = caller;
  }

  /**
   * The client whose session it is, if this caller may speak for it. Call before the session is
   * opened: then a revocation that comes between finds the socket.
   *
   * @throws FacedeskException INVALID_REQUEST for what cannot be a token, SESSION_NOT_FOUND,
   *     FORBIDDEN
   */
  ClientRecord admit(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "The address holds no session token.");
    }
    ClientRecord owner = caller.clientOf(context, token);
    client = owner;
    return owner;
  }

  /** Whose session it is, as it was when the socket opened; null as long as that is not known. */
  @Nullable ClientRecord client() {
    return client;
  }

  /** Why one more frame may not be looked at, if it may not. */
  Optional<ThrottledException> frameRefusal() {
    ClientRecord owner = client;
    if (owner == null) {
      return Optional.empty();
    }
    try {
      context.frameLimits().take(owner.id(), caller.network());
      return Optional.empty();
    } catch (ThrottledException e) {
      note(e.code());
      return Optional.of(e);
    }
  }

  /** Writes a refusal into the audit trail, if it is of the kind that belongs there. */
  void note(ErrorCode code) {
    ClientRecord owner = client;
    context.trail().refused(code, owner == null ? null : owner.id(), caller.address());
  }
}
