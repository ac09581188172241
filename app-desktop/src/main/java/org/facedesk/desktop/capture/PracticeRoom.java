package org.facedesk.desktop.capture;

import org.facedesk.admin.Actor;

/** Where operators practise. Its methods block: not for the UI thread. */
public interface PracticeRoom {
  /** Makes an empty register to work upon; who practises is told to the audit trail. */
  Workplace enter(Actor actor);

  /** Forgets everything. */
  void leave(Actor actor);
}
