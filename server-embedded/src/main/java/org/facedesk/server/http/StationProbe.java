package org.facedesk.server.http;

/** What the server may tell about the station it stands in. Safe for many threads, never throws. */
public interface StationProbe {
  /** Whether the database answers right now. */
  boolean storeReady();

  /** Whether pictures can be analysed. */
  boolean engineReady();

  /** Templates in the index. */
  long gallerySize();
}
