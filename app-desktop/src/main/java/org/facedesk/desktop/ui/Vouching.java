package org.facedesk.desktop.ui;

import java.util.function.BiConsumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;

/**
 * Decisions that need more than the operator's role. Someone whose role covers it signs for it with
 * their own name and password; the operator stays signed in. UI thread only.
 */
public interface Vouching {
  /**
   * Asks the question. An operator whose role covers it answers alone.
   *
   * @param granted called with who decided and the reason; not called when it is declined
   */
  void ask(Role needed, Dialogs.Question question, BiConsumer<Actor, String> granted);
}
