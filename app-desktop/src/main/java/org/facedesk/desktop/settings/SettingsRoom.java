package org.facedesk.desktop.settings;

import org.facedesk.admin.Role;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.Surroundings;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The settings as a place in the window. */
public record SettingsRoom(SettingsServices services) implements Room {
  @Override
  public Place in(Surroundings around) {
    SettingsViewModel model =
        new SettingsViewModel(
            services, around.operator(), around.background(), around.appearance());
    return new Place(
            "settings",
            MaterialDesignC.COG_OUTLINE,
            Role.OPERATOR,
            texts -> new SettingsView(model, texts, around.files()))
        .closing(model::close);
  }
}
