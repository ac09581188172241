package org.facedesk.desktop.check;

import org.facedesk.admin.Role;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.Surroundings;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * The check screen as the window takes it in.
 *
 * @param capture the window's camera
 */
public record CheckRoom(CaptureModel capture) implements Room {
  @Override
  public Place in(Surroundings around) {
    CheckViewModel model = new CheckViewModel(capture, around.background());
    return new Place(
            "check",
            MaterialDesignA.ACCOUNT_CHECK_OUTLINE,
            Role.OPERATOR,
            texts -> new CheckView(model, around.vouching(), texts))
        .busyWhile(capture::busy)
        .ticking(capture::tick)
        .closing(model::close);
  }
}
