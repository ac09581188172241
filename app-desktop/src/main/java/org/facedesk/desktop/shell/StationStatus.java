package org.facedesk.desktop.shell;

/**
 * What the status bar tells about the station.
 *
 * @param server address of the embedded server; empty when it is off
 * @param store the store in words, without credentials
 * @param people people with a template
 * @param sessions sessions of all clients that are not over
 */
public record StationStatus(String server, String store, int people, int sessions) {}
