package org.facedesk.store.jdbc;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;
import org.facedesk.core.SecureTokens;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.audit.AuditChain;
import org.facedesk.store.seal.StationKey;
import org.facedesk.store.seal.StationKeyFile;
import org.jdbi.v3.core.Handle;

/**
 * The first start on an empty database, and the check at every later one that database and station
 * key belong together. A database that has been founded is never given another key: what was sealed
 * under the first would be lost.
 */
final class Founding {
  private final Database database;

  Founding(Database database) {
    this.database = database;
  }

  /**
   * @throws FacedeskException STATION_KEY_INVALID if the key is missing though the database was
   *     founded, or is not the one it was founded with
   */
  StationKey key(StationKeyFile file) {
    Optional<byte[]> check = check();
    Optional<StationKey> key = file.read();
    if (check.isPresent() && key.isEmpty()) {
      throw new FacedeskException(
          ErrorCode.STATION_KEY_INVALID,
          "The store holds data sealed under a station key, but there is no "
              + StationKeyFile.NAME
              + " in the data folder.");
    }
    StationKey present = key.orElseGet(file::create);
    ensure(present);
    return present;
  }

  /** Founds the database under this key, or checks that it was. */
  void ensure(Seal seal) {
    if (check().isEmpty()) {
      database.write(handle -> {
        found(handle, seal);
        return true;
      });
    }
    byte[] check = check().orElseThrow();
    if (!MessageDigest.isEqual(check, checkValue(seal))) {
      throw new FacedeskException(
          ErrorCode.STATION_KEY_INVALID,
          "The station key in the data folder is not the one this store was set up with.");
    }
  }

  private Optional<byte[]> check() {
    return database.read(handle ->
        handle.createQuery("select key_check from station").mapTo(byte[].class).findOne());
  }

  private static byte[] checkValue(Seal seal) {
    return seal.lookup("key-check", "facedesk station");
  }

  private static void found(Handle handle, Seal seal) {
    Instant now = Instant.now();
    int mine =
        handle
            .createUpdate(
                "insert into station (id, key_check, created_at) values (1, :check, :now)"
                    + " on conflict do nothing")
            .bind("check", checkValue(seal))
            .bind("now", now)
            .execute();
    if (mine == 0) {
      return; // another station was faster
    }
    byte[] start = AuditChain.start();
    handle
        .createUpdate("insert into audit_head (id, number, hash, mark) values (1, 0, :hash, :mark)")
        .bind("hash", start)
        .bind("mark", AuditChain.mark(seal, 0, start))
        .execute();
    JdbcClients.insert(handle, desk(seal, now));
  }

  /** The desk is a client like the others, whose credentials nobody has ever seen. */
  private static ClientRecord desk(Seal seal, Instant now) {
    String id = Clients.DESK.toString();
    return new ClientRecord(
        Clients.DESK,
        "client_desk",
        "Desk",
        Clients.DESK,
        seal.lookup("api-key", SecureTokens.next("fk_")),
        seal.seal("envelope-key:" + id, random()),
        seal.seal("secret:" + id, random()),
        ClientRecord.Envelope.API_KEY,
        false,
        true,
        now,
        null,
        null);
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
