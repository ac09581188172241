package org.facedesk.desktop.settings;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.facedesk.admin.Actor;
import org.facedesk.admin.SettingsAdministration;
import org.facedesk.core.settings.LiveSettings;

/**
 * What the settings screen stands on. Everything but {@code settings} may block.
 *
 * @param settings what is in force, read only from here
 * @param administration through which it is changed
 * @param server how the server stands now
 * @param serverAgain has a server that was refused try once more, for an administrator; throws what
 *     stands against it
 */
public record SettingsServices(
    LiveSettings settings,
    SettingsAdministration administration,
    DeskCameras cameras,
    StoreTest store,
    Supplier<ServerStanding> server,
    Function<Actor, ServerStanding> serverAgain,
    Supplier<About> about,
    Diagnostics diagnostics) {

  /** Whether a database could be used. */
  @FunctionalInterface
  public interface StoreTest {
    /**
     * Connects, looks, and changes nothing.
     *
     * @param address {@code jdbc:postgresql://…}
     * @param password empty for the one that is set already
     * @return what was found, in words of the database's own
     * @throws org.facedesk.core.FacedeskException STORE_UNAVAILABLE, SETTINGS_INVALID
     */
    String test(String address, String user, String password);
  }

  /** Everything that helps to find a fault, and nothing that is about a person. */
  @FunctionalInterface
  public interface Diagnostics {
    /**
     * @param target replaced if it exists
     */
    void write(Path target);
  }
}
