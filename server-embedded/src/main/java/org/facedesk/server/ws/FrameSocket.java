package org.facedesk.server.ws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.ThrottledException;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Step;
import org.facedesk.protocol.ClientMessage;
import org.facedesk.protocol.Refusal;
import org.facedesk.protocol.ServerMessage;
import org.facedesk.protocol.WireFormat;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's socket: opens its session, lets its frames through one by one, and says what came of
 * each. Messages arrive on the I/O thread, which never waits here; the database is asked on virtual
 * threads, pictures are looked at on the analysis pool.
 */
final class FrameSocket implements MessageAssembly.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(FrameSocket.class);
  private static final Duration CLOSING_TIME = Duration.ofSeconds(10);

  private final SocketContext context;
  private final String token;
  private final SocketGuard guard;
  private final String correlationId = CorrelationId.next();
  private final Outbox.Wire wire;
  private final Outbox outbox;
  private final FrameMailbox<Picture> mailbox;
  private final Patience patience = new Patience();
  private final AtomicBoolean expiring = new AtomicBoolean();
  private volatile @Nullable Held held;
  private volatile long finishedNanos;
  private @Nullable Picture early;
  private boolean gone;

  /** The session, while this socket has it. */
  private record Held(LiveSession live, SessionScript script) {}

  FrameSocket(SocketContext context, String token, Caller caller, Outbox.Wire wire) {
    this.context = context;
    this.token = token;
    this.guard = new SocketGuard(context, caller);
    this.wire = wire;
    this.outbox = new Outbox(wire, context.format());
    this.mailbox =
        new FrameMailbox<>(
            context.turns(), picture -> within(() -> look(picture)), this::displaced);
  }

  String token() {
    return token;
  }

  /** Whose session it is, as it was when the socket opened; null as long as that is not known. */
  @Nullable ClientRecord client() {
    return guard.client();
  }

  /** What happens on a socket carries the socket's id, in log, audit trail and messages alike. */
  private void within(Runnable work) {
    CorrelationId.during(correlationId, work);
  }

  /** Takes the session up; call once, from the I/O thread. */
  void open() {
    context.meters().opened();
    context.blocking().execute(() -> within(this::takeUp));
  }

  private void takeUp() {
    try {
      Held taken = hold();
      outbox.offer(taken.script().greeting(taken.live().challenge()));
      Picture first;
      synchronized (this) {
        if (gone) {
          taken.live().close();
          return;
        }
        held = taken;
        first = early;
        early = null;
      }
      if (first != null) {
        admit(taken, first);
      }
    } catch (RuntimeException e) {
      giveUp(e);
    }
  }

  private Held hold() {
    ClientRecord owner = guard.admit(token);
    LiveSession live = context.sessions().open(token);
    return new Held(live, SessionScript.of(context, owner, token, live));
  }

  @Override
  public boolean listening() {
    return !outbox.finishing();
  }

  @Override
  public void text(String message) {
    within(() -> heard(message));
  }

  private void heard(String message) {
    try {
      switch (ClientMessage.read(context.format(), message)) {
        case ClientMessage.Ping ping -> {
          if (bear()) {
            say(new ServerMessage.Pong());
          }
        }
        case ClientMessage.FramePicture frame -> picture(Picture.of(frame));
      }
    } catch (FacedeskException e) {
      refuse(Refusal.of(e).message(null), e.code());
    }
  }

  @Override
  public void binary(byte[] message) {
    within(() -> seen(message));
  }

  private void seen(byte[] message) {
    if (message.length > WireFormat.MAX_IMAGE) {
      refuse(
          Refusal.of(ErrorCode.IMAGE_TOO_LARGE, "The image is larger than 1 MiB.").message(null),
          ErrorCode.IMAGE_TOO_LARGE);
    } else {
      picture(Picture.of(message));
    }
  }

  @Override
  public void tooBig() {
    within(() ->
        finish(
            Refusal.of(ErrorCode.MESSAGE_TOO_LARGE, "The message is larger than 2 MiB."),
            CloseCode.TOO_BIG));
  }

  private void picture(Picture picture) {
    Held session;
    Picture older = null;
    synchronized (this) {
      session = held;
      if (session == null) { // being opened: the newest picture waits for that
        older = early;
        early = picture;
      }
    }
    if (older != null) {
      displaced(older);
    }
    if (session != null) {
      admit(session, picture);
    }
  }

  /** Frames that come from now on are refused; the one in work is finished. */
  void takeNoMore() {
    mailbox.close();
  }

  /** Whether a frame is being looked at. */
  boolean working() {
    return mailbox.busy();
  }

  /** Not counted, and nothing the client did wrong: the station is slower than its camera. */
  private void displaced(Picture older) {
    context.meters().displaced();
    refuse(
        ErrorCode.RATE_LIMITED,
        "The station is busy, or a newer picture came before this one was looked at.",
        older);
  }

  private void admit(Held session, Picture picture) {
    switch (session.live().admit(picture.arrivalMillis())) {
      case ADMITTED -> {
        Optional<ThrottledException> limit = guard.frameRefusal();
        if (limit.isPresent()) {
          refuse(Refusal.of(limit.get()).message(picture.seq()), limit.get().code());
        } else if (!mailbox.offer(picture)) {
          context.meters().overloaded();
          refuse(ErrorCode.OVERLOADED, "The station takes no more frames.", picture);
        }
      }
      case TOO_FAST -> {
        context.meters().tooFast();
        refuse(ErrorCode.RATE_LIMITED, "At most ten frames a second.", picture);
      }
      case FRAMES_USED_UP ->
          refuse(ErrorCode.FRAME_LIMIT, "The session's frames are used up.", picture);
      case SESSION_OVER -> {
        // while a frame or the clock is ending the session, their word is the last one
        if (!mailbox.busy() && !expiring.get()) {
          finish(
              Refusal.of(ErrorCode.SESSION_STATE, "The session is over."), CloseCode.BAD_SESSION);
        }
      }
    }
  }

  /** Looks at one frame, on the analysis pool. */
  private void look(Picture picture) {
    Held session = held;
    if (session == null || outbox.finishing()) {
      return;
    }
    try {
      Step step =
          context
              .meters()
              .looked(() ->
                  session
                      .live()
                      .process(
                          picture.bytes(),
                          picture.arrivalMillis(),
                          picture.clientMillis(),
                          picture.challengeId()));
      deliver(session.script().line(step, picture.seq()));
    } catch (FacedeskException e) {
      switch (e.code()) {
        case INVALID_IMAGE, IMAGE_TOO_LARGE, UNSUPPORTED_MEDIA ->
            refuse(Refusal.of(e).message(picture.seq()), e.code());
        default -> giveUp(e);
      }
    } catch (RuntimeException | Error e) {
      giveUp(e); // a root: nobody above would tell the client
    }
  }

  private void deliver(SessionScript.Line line) {
    CloseCode close = line.close();
    if (close == null) {
      say(line.message());
    } else {
      finish(line.message(), close);
    }
  }

  /** Called now and then. */
  void tick(long nowNanos) {
    if (outbox.finishing()) {
      if (nowNanos - finishedNanos > CLOSING_TIME.toNanos()) {
        wire.cut();
      }
      return;
    }
    Held session = held;
    if (session == null) {
      return;
    }
    if (session.live().over()) {
      // while a frame or the clock is ending the session, their word is the last one
      if (!mailbox.busy() && !expiring.get()) {
        end(ErrorCode.SESSION_STATE, "The session was cancelled.");
      }
    } else if (session.live().remainingMillis() == 0 && expiring.compareAndSet(false, true)) {
      context.blocking().execute(() -> within(() -> expire(session)));
    }
  }

  private void expire(Held session) {
    try {
      // empty while a frame is in work: that may be the one that completes the session
      session
          .live()
          .expireIfDue()
          .map((Outcome outcome) -> session.script().line(outcome, null))
          .ifPresent(this::deliver);
    } catch (RuntimeException e) {
      giveUp(e);
    } finally {
      expiring.set(false);
    }
  }

  /** Ended from outside: cancelled, or the station stops. */
  void end(ErrorCode code, String message) {
    within(() -> finish(Refusal.of(code, message), CloseCode.GENERIC));
  }

  /** Whether it has had its last word already. */
  boolean finishing() {
    return outbox.finishing();
  }

  /** The session's client was shut out. */
  void evict() {
    within(() ->
        finish(
            Refusal.of(ErrorCode.FORBIDDEN, "The API client's credentials are no longer valid."),
            CloseCode.FORBIDDEN));
  }

  /** The connection is gone, by whoever's will. */
  void disconnected() {
    Held session;
    synchronized (this) {
      if (gone) {
        return;
      }
      gone = true;
      early = null;
      session = held;
    }
    outbox.stop();
    mailbox.close();
    context.meters().gone();
    if (session != null) {
      context.blocking().execute(() -> within(() -> letGo(session)));
    }
  }

  private static void letGo(Held session) {
    try {
      session.live().close();
    } catch (RuntimeException e) {
      LOG.error("a session could not be let go", e);
    }
  }

  private void refuse(ErrorCode code, String message, Picture picture) {
    refuse(Refusal.of(code, message).message(picture.seq()), code);
  }

  private void refuse(ServerMessage.Problem problem, ErrorCode code) {
    context.meters().refused(code);
    if (bear()) {
      say(problem);
    }
  }

  /** Whether one more message beyond the admitted frames is borne; if not, the socket ends. */
  private boolean bear() {
    if (patience.bears()) {
      return true;
    }
    finish(Refusal.of(ErrorCode.RATE_LIMITED, "Far too many messages."), CloseCode.LIMITS);
    return false;
  }

  private void say(ServerMessage message) {
    if (!patience.answered(outbox.offer(message))) {
      finish(
          Refusal.of(ErrorCode.RATE_LIMITED, "The answers are not being read."), CloseCode.LIMITS);
    }
  }

  private void giveUp(Throwable failure) {
    Refusal refusal = Refusal.of(failure);
    CloseCode code =
        failure instanceof FacedeskException known
            ? CloseCode.of(known.code())
            : CloseCode.INTERNAL;
    if (refusal.fault()) {
      LOG.error("[{}] socket gives up", refusal.body().correlationId(), failure);
    }
    finish(refusal, code);
  }

  private void finish(Refusal refusal, CloseCode code) {
    if (outbox.finishing()) {
      return; // what ended it stands in log and trail
    }
    LOG.info("[{}] {} {}", refusal.body().correlationId(), code.number(), refusal.body().code());
    guard.note(ErrorCode.valueOf(refusal.body().code()));
    finish(refusal.message(code.announced(refusal.status())), code);
  }

  private void finish(ServerMessage message, CloseCode code) {
    if (!outbox.finishing()) {
      finishedNanos = System.nanoTime();
    }
    if (outbox.finish(message, code)) {
      mailbox.close();
      context.meters().closed(code);
    }
  }
}
