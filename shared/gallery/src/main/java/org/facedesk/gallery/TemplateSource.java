package org.facedesk.gallery;

import java.util.Collection;
import java.util.List;

/** Where the templates really are; the index follows it. */
public interface TemplateSource {
  /** Ids of all templates there are now. */
  List<Long> ids();

  /** The entries with these ids; ids that are gone by now are left out. */
  List<GalleryEntry> byIds(Collection<Long> ids);
}
