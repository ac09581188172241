package org.facedesk.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.facedesk.admin.ImportedRow.Status;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes people of the rows of a CSV file, with photos that lie beside it. A row is done as a whole
 * or not at all, and leaves its mark in the person's metadata: rows that were done before are
 * recognised however the import ended, and nobody who is there already is changed. Safe for many
 * threads.
 */
public final class PeopleImport {
  private static final int SLICE_ROWS = 50;
  private static final Duration SLICE_TIME = Duration.ofMillis(500);
  private static final long MOST_PHOTO_BYTES = 16L * 1024 * 1024;
  private static final String MARK = "import";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Store store;
  private final InstantSource clock;
  private final PhotoReader photos;
  private final PersonRecords records;

  public PeopleImport(Store store, InstantSource clock, PhotoReader photos) {
    this.store = store;
    this.clock = clock;
    this.photos = photos;
    this.records = new PersonRecords(clock);
  }

  /**
   * Reads a list; nothing is imported yet.
   *
   * @return imports some rows from the one of this index on, for about half a second
   * @throws FacedeskException FILE_UNREADABLE, LIST_INVALID; FORBIDDEN to operators below
   *     supervisor
   */
  public IntFunction<ImportSlice> of(ClientRecord client, Path csv, Actor actor) {
    actor.require(Role.SUPERVISOR);
    ImportList list = ImportList.read(csv);
    return from -> slice(client, list, from, actor);
  }

  private ImportSlice slice(ClientRecord client, ImportList list, int from, Actor actor) {
    List<ImportList.Line> lines = list.lines();
    if (from == 0) {
      store
          .audit()
          .append(
              new AuditEvent(
                  AuditAction.PEOPLE_IMPORT_BEGUN,
                  actor.name(),
                  client.id(),
                  null,
                  actor.correlationId(),
                  Map.of("rows", String.valueOf(lines.size()))));
    }
    long end = clock.millis() + SLICE_TIME.toMillis();
    List<ImportedRow> rows = new ArrayList<>();
    for (int i = Math.max(0, from); i < lines.size(); i++) {
      rows.add(imported(client, list.folder(), lines.get(i), actor));
      if (rows.size() >= SLICE_ROWS || clock.millis() >= end) {
        break;
      }
    }
    return new ImportSlice(lines.size(), rows);
  }

  private ImportedRow imported(
      ClientRecord client, Path folder, ImportList.Line line, Actor actor) {
    if (line.again()) {
      return refused(
          line, new FacedeskException(ErrorCode.USER_EXISTS, "An earlier row has the same id."));
    }
    try {
      Checks.name("The id", line.id());
      byte[] photo = line.photo().isEmpty() ? null : photo(folder, line.photo());
      String mark = mark(line, photo);
      Optional<UserRecord> there = store.users().byExternalId(client.id(), line.id());
      return there.isPresent()
          ? met(line, there.get(), mark)
          : made(client, line, photo, mark, actor);
    } catch (FacedeskException e) {
      if (e.code().kind() == ErrorCode.Kind.UNAVAILABLE) {
        throw e; // the store is away: nothing is the matter with the row
      }
      return refused(line, e);
    }
  }

  private ImportedRow met(ImportList.Line line, UserRecord there, String mark) {
    boolean same = mark.equals(PersonName.profile(there.metadata()).get(MARK));
    return same
        ? new ImportedRow(line.row(), line.id(), Status.DONE_BEFORE, null, "")
        : new ImportedRow(
            line.row(),
            line.id(),
            Status.EXISTS,
            ErrorCode.USER_EXISTS,
            "There is a person of this id already; nothing was changed.");
  }

  private ImportedRow made(
      ClientRecord client, ImportList.Line line, byte @Nullable [] file, String mark, Actor actor) {
    PhotoReader.Photo photo =
        file == null ? new PhotoReader.Photo(List.of(), null) : photos.read(file);
    NewPerson person =
        new NewPerson(line.id(), profile(line), metadata(mark), true, photo.pictures());
    UserRecord user = records.made(client, person);
    store.inTransaction(tx -> {
      PersonRecords.insert(tx, user, person, actor);
      return user;
    });
    return new ImportedRow(
        line.row(),
        line.id(),
        Status.CREATED,
        photo.notComparable(),
        photo.notComparable() == null
            ? ""
            : "The photo is shown; its face is not clear enough to be compared with.");
  }

  private static String profile(ImportList.Line line) {
    String name = line.profile().getOrDefault(PersonName.KEY, "");
    return PersonName.in(JSON.writeValueAsString(line.profile()), name);
  }

  private static String metadata(String mark) {
    return JSON.writeValueAsString(Map.of(MARK, mark));
  }

  private static ImportedRow refused(ImportList.Line line, FacedeskException why) {
    return new ImportedRow(
        line.row(), line.id(), Status.REFUSED, why.code(), String.valueOf(why.getMessage()));
  }

  /**
   * A file in the list's folder or below it, however its name is written and whatever links are.
   */
  private static byte[] photo(Path folder, String name) {
    try {
      Path given = Path.of(name.replace('\\', '/'));
      Path file = folder.resolve(given).normalize();
      if (given.isAbsolute() || !file.startsWith(folder)) {
        throw outside();
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw outside();
      }
      if (Files.size(file) > MOST_PHOTO_BYTES) {
        throw new FacedeskException(ErrorCode.IMAGE_TOO_LARGE, "The photo's file is too large.");
      }
      return Files.readAllBytes(file);
    } catch (IOException | InvalidPathException e) {
      throw new FacedeskException(ErrorCode.FILE_UNREADABLE, "The photo cannot be read.", e);
    }
  }

  private static FacedeskException outside() {
    return new FacedeskException(
        ErrorCode.INVALID_REQUEST, "A photo must lie in the list's folder or below it.");
  }

  /** What a row says and its photo shows, as a digest. */
  private static String mark(ImportList.Line line, byte @Nullable [] photo) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String text = JSON.writeValueAsString(List.of(line.id(), line.photo(), line.profile()));
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      if (photo != null) {
        digest.update((byte) 0);
        digest.update(photo);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
