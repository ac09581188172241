package org.facedesk.desktop.ui;

import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Dialogs over the window, in it rather than in windows of their own: one at a time, the focus
 * stays inside, Esc declines, and afterwards the focus is where it was. UI thread only.
 */
public interface Dialogs {

  /**
   * Asks for a decision.
   *
   * @param agreed called with the reason, which is empty if none was asked for; not called when the
   *     operator declines
   */
  void ask(Question question, Consumer<String> agreed);

  /** Says something that is to be acknowledged. */
  void tell(String title, String words);

  /**
   * Shows content of a screen's own, with its own buttons below it.
   *
   * @param declined called when it is closed by Esc, and not when {@link Shown#close} is called
   */
  Shown show(String title, Node content, Runnable declined);

  /** A dialog that is shown. */
  interface Shown {
    /** Takes it away; harmless afterwards. */
    void close();
  }

  /**
   * A decision to take.
   *
   * @param agree the words on the button that agrees: a verb, never "OK"
   * @param grave it cannot be undone, so that the button to decline has the focus
   * @param reason what has to be written down with it, or null
   */
  record Question(
      String title, String words, String agree, boolean grave, @Nullable Reason reason) {

    public Question(String title, String words, String agree) {
      this(title, words, agree, false, null);
    }

    public Question asGrave() {
      return new Question(title, words, agree, true, reason);
    }

    /** Agreeing needs a reason of 1 to this many characters that are not all blank. */
    public Question withReason(String label, int maximum) {
      return new Question(title, words, agree, grave, new Reason(label, maximum));
    }
  }

  /** A reason that has to be given. */
  record Reason(String label, int maximum) {}
}
