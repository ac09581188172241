package org.facedesk.desktop.shell;

import java.util.Optional;
import org.facedesk.admin.Operator;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Texts;

/**
 * Tells operators whose account was changed elsewhere that they may do more or less than before.
 */
final class RoleChange {
  private RoleChange() {}

  /** Nothing is said to somebody else, or to the same operator in the same role. */
  static void tell(
      Optional<Operator> before, Optional<Operator> now, Texts texts, Dialogs dialogs) {
    now.filter(who ->
            before.filter(was -> was.id().equals(who.id()) && was.role() != who.role()).isPresent())
        .ifPresent(who ->
            dialogs.tell(
                texts.get("operator.role.changed"),
                texts.get("operator.role.changed.words", texts.of("role", who.role()))));
  }
}
