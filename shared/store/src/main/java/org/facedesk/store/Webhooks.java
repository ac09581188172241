package org.facedesk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where clients want to be told of the ends of their sessions. What is still to be told is read off
 * the sessions themselves, so that an end that is on disk is told of, whatever happened after it.
 */
public interface Webhooks {
  /** Sets a client's address; one that was there before gives way. */
  void put(UUID client, String url, Instant when);

  /**
   * @return false if there was none
   */
  boolean remove(UUID client);

  /** A client's address. */
  Optional<String> of(UUID client);

  /**
   * Sessions of clients with an address, and not revoked, that ended since it was set, completed,
   * failed or expired, and that are to be told of by now. Clients take turns, each with its oldest
   * first.
   *
   * @param each most of one client
   */
  List<Notice> due(Instant now, int each, int limit);

  /**
   * Compare-and-set: takes it on oneself to tell of this session, before doing so.
   *
   * @param next when it is due again if nothing else is heard
   * @return false if someone else did it first
   */
  boolean claim(Notice notice, Instant next);

  /** It was told, or is given up. */
  void over(UUID session);

  /**
   * One end to tell of.
   *
   * @param tries how often it was tried before
   */
  record Notice(SessionRecord session, int tries, String url) {
    /** Keeps the address, which may carry a password, out of logs. */
    @Override
    public String toString() {
      return "Notice[" + session.id() + ", " + tries + "]";
    }
  }
}
