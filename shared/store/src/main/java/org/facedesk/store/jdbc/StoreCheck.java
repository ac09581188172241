package org.facedesk.store.jdbc;

/** A look at a database that a station could use; nothing is changed in it. */
public final class StoreCheck {
  private StoreCheck() {}

  /**
   * Connects as a station would.
   *
   * @return which database it is, and its version
   * @throws org.facedesk.core.FacedeskException STORE_UNAVAILABLE after a few seconds
   */
  public static String look(StoreLocation.Shared location) {
    try (Database database = Database.open(location)) {
      String version =
          database.read(
              handle -> handle.createQuery("show server_version").mapTo(String.class).one());
      return location.description() + ", " + version;
    }
  }
}
