package org.facedesk.desktop.shell;

/**
 * What the status bar tells about the station.
 *
 * @param server address of the embedded server; empty when it does not listen
 * @param serverRefused whether it does not listen although it should
 * @param store the store in words, without credentials
 * @param people people with a template
 * @param sessions sessions of all clients that are not over
 */
public record StationStatus(
    String server, boolean serverRefused, String store, int people, int sessions) {

  /** The server listens, or is off. */
  public StationStatus(String server, String store, int people, int sessions) {
    this(server, false, store, people, sessions);
  }
}
