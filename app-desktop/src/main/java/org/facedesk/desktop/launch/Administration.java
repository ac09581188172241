package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.facedesk.admin.ClientChange;
import org.facedesk.admin.ClientOptions;
import org.facedesk.admin.ImportSlice;

/**
 * What administrative commands do to a station's data: by the station itself where one is running
 * on the data folder (so that it takes effect there at once), else on the store directly.
 */
interface Administration extends AutoCloseable {
  /**
   * @return {@code client_id, api_key, api_secret}
   */
  Map<String, Object> createClient(String name, ClientOptions options);

  /**
   * @return the client's row, as it is now
   */
  Map<String, Object> updateClient(String clientId, ClientChange change);

  /**
   * Gives it new credentials; the old ones are worth nothing from then on.
   *
   * @return {@code client_id, api_key, api_secret}
   */
  Map<String, Object> rotateClient(String clientId);

  /** Lets someone try again who was locked after too many failed attempts. */
  void unlockUser(String clientId, String userId);

  /** Rows of {@code client_id, name, status, created_at, last_used_at, envelope, origins}. */
  List<Map<String, Object>> clients();

  /**
   * @return false if there is no such client, or it was revoked before
   */
  boolean revokeClient(String clientId);

  /**
   * @param url where the client is told of its sessions' ends; empty to tell it no more
   */
  void setWebhook(String clientId, String url);

  /**
   * Reads a list of people; nothing is imported yet.
   *
   * @param csv absolute, readable by whoever does it
   * @return imports some of the desk's people from the row of this index on
   */
  IntFunction<ImportSlice> importPeople(Path csv);

  /** Writes a person's data to a ZIP file. */
  void exportPerson(String clientId, String userId, Path file);

  /**
   * Writes the whole trail to a file.
   *
   * @return how many entries
   */
  long exportTrail(Path file);

  /** Checks every link of the trail. */
  ChainFinding verifyTrail();

  /**
   * @param entries that are right
   * @param broken number of the first that is not
   */
  record ChainFinding(long entries, OptionalLong broken) {}

  @Override
  void close();

  /** The running station's, or the store's. */
  static Administration of(StationOptions options) {
    Path folder = options.dataFolder();
    return RunningStation.find(folder)
        .<Administration>map(station -> station)
        .orElseGet(() -> StoreAdministration.open(folder, options));
  }
}
