package org.facedesk.core.settings;

/** When a changed setting counts. */
public enum Effect {
  /** Now. */
  AT_ONCE,
  /** For sessions that begin from now on; those that run end as they began. */
  NEXT_SESSION,
  /** The server closes and listens again: its sockets end, their sessions can be taken up again. */
  SERVER_REOPENS,
  /** When the program is started again. */
  NEXT_START
}
