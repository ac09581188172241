package org.facedesk.enroll;

import java.util.Collection;
import java.util.List;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.gallery.TemplateSource;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;

/** The store's templates as the gallery wants them: opened. */
public final class StoredTemplates implements TemplateSource {
  private final Store store;

  public StoredTemplates(Store store) {
    this.store = store;
  }

  @Override
  public List<Long> ids() {
    return store.templates().ids();
  }

  @Override
  public List<GalleryEntry> byIds(Collection<Long> ids) {
    return store.templates().byIds(ids).stream().map(this::entry).toList();
  }

  private GalleryEntry entry(TemplateRecord record) {
    byte[] opened =
        store.seal().open(SessionDecisions.sealContext(record.user()), record.sealedVector());
    return new GalleryEntry(
        record.id(),
        record.gallery(),
        record.user(),
        record.modelId(),
        SessionDecisions.template(record, opened).vector());
  }
}
