package org.facedesk.desktop.check;

import java.util.function.BooleanSupplier;
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
 * @param challenge whether movements in an order drawn by the station are asked for
 */
public record CheckRoom(CaptureModel capture, BooleanSupplier challenge) implements Room {
  @Override
  public Place in(Surroundings around) {
    CheckViewModel model = new CheckViewModel(capture, challenge, around.background());
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
