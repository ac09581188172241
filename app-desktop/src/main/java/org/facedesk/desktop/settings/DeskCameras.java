package org.facedesk.desktop.settings;

import java.util.List;
import java.util.function.Consumer;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;

/** The cameras of this computer, as the settings need them. Safe for many threads. */
public interface DeskCameras {
  /** Names of those that are plugged in now; may block. */
  List<String> names();

  /**
   * Tells of every change: plugged in, pulled out.
   *
   * @param changed called on a thread of its own
   * @return ends it
   */
  Runnable watch(Consumer<List<String>> changed);

  /**
   * Shows what a camera sees. One that the desk uses already is looked at with it.
   *
   * @param source as the setting has it
   * @return ends it; may block
   */
  Runnable test(String source, TestSink sink);

  /** Hears of a camera on its own thread, and returns at once. */
  interface TestSink {
    void frame(Frame frame);

    void lost(FacedeskException why);
  }
}
