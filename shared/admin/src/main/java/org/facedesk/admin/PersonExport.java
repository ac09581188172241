package org.facedesk.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facedesk.store.AuditAction;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;

/**
 * A person's data for that person: {@code person.json} and the pictures, in a ZIP file. Of
 * templates it tells that there are some, by which model and when, never the numbers: those are
 * worth nothing to the person and much to a thief. Safe for many threads.
 */
public final class PersonExport {
  private final Store store;
  private final InstantSource clock;

  public PersonExport(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * @param file readable by its owner alone; one that is there is replaced
   * @throws org.facedesk.core.FacedeskException USER_NOT_FOUND, FILE_UNWRITABLE; FORBIDDEN to
   *     operators below supervisor
   */
  public void write(ClientRecord client, String externalId, Path file, Actor actor) {
    actor.require(Role.SUPERVISOR);
    PersonHistory history = new PeopleHistory(store).of(client, externalId, actor);
    List<TemplateRecord> templates = store.templates().ofUser(history.user().id());
    List<ConsentRecord> consents = store.consents().ofUser(client.id(), history.user().id());
    PersonDocument document = PersonDocument.of(history, templates, consents, clock.instant());
    ExportFile.write(
        file,
        out -> {
          zip(document, history.user().id(), out);
          // before the file is there under its name: nothing is given out that the trail is not
          // told
          store
              .audit()
              .append(
                  PersonRecords.event(
                      AuditAction.PERSON_EXPORTED, actor, history.user(), Map.of()));
        });
  }

  private void zip(PersonDocument document, UUID person, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("person.json"));
      zip.write(document.bytes());
      zip.closeEntry();
      for (Picture.Kind kind : Picture.Kind.values()) {
        Optional<Picture> picture = store.pictures().find(person, kind);
        if (picture.isPresent()) {
          zip.putNextEntry(new ZipEntry(kind.name().toLowerCase(Locale.ROOT) + ".jpg"));
          zip.write(picture.get().image());
          zip.closeEntry();
        }
      }
    }
  }
}
