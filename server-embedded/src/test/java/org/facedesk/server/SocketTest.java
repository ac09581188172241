package org.facedesk.server;

import java.nio.file.Path;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A station for each test, and the sessions and sockets a test begins with. */
abstract class SocketTest {
  @TempDir Path folder;
  protected Station station;

  @BeforeEach
  void start() {
    station = new Station(folder);
  }

  @AfterEach
  void stop() {
    station.close();
  }

  protected FakeSession enrollment() {
    return station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
  }

  protected FakeSession verification() {
    return station.sessions.add(station.desk.client(), SessionType.VERIFICATION);
  }

  /** Connected, and past the greeting. */
  protected Socket greeted(FakeSession session) {
    Socket socket = station.connect(session);
    socket.next("connection_established");
    return socket;
  }
}
