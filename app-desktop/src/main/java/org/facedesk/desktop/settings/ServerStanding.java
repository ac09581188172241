package org.facedesk.desktop.settings;

/**
 * How the server stands.
 *
 * @param url empty while it is off
 * @param fingerprint SHA-256 of its certificate, for people to compare; empty without TLS
 */
public record ServerStanding(String url, String fingerprint) {}
