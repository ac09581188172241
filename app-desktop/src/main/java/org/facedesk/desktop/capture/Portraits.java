package org.facedesk.desktop.capture;

import java.util.List;
import javafx.scene.layout.FlowPane;
import org.facedesk.desktop.controls.PortraitView;
import org.facedesk.desktop.ui.Texts;

/** A row of portraits that is rebuilt only when they change. */
public final class Portraits {
  private final Texts texts;
  private final double width;
  private List<Portrait> drawn = List.of();

  public Portraits(Texts texts, double width) {
    this.texts = texts;
    this.width = width;
  }

  public void draw(FlowPane row, List<Portrait> portraits) {
    if (drawn.equals(portraits)) {
      return;
    }
    drawn = portraits;
    row.getChildren().clear();
    for (int i = 0; i < portraits.size(); i++) {
      Portrait portrait = portraits.get(i);
      row.getChildren()
          .add(
              new PortraitView(
                  portrait.frame(), portrait.face(), width, texts.get("capture.picture", i + 1)));
    }
  }
}
