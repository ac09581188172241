package org.facedesk.desktop.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * What ties a screen to things that outlive it: each is cut when the screen is thrown away. One
 * thread.
 */
public final class Ties {
  private final List<Runnable> ends = new ArrayList<>();

  /**
   * @param end called by {@link #cut}
   */
  public void tie(Runnable end) {
    ends.add(end);
  }

  public void cut() {
    ends.forEach(Runnable::run);
    ends.clear();
  }
}
