package org.facedesk.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Templates. A person has at most one for each model; a new one takes the place of the old. */
public interface Templates {
  /**
   * Stores the template and takes out the person's older ones of the same model.
   *
   * @param template its id is ignored
   * @return the id given
   */
  long replace(TemplateRecord template);

  /**
   * @return false if there is none with this id
   */
  boolean delete(long id);

  List<TemplateRecord> ofUser(UUID user);

  /** Ids of all templates, ascending. */
  List<Long> ids();

  List<TemplateRecord> byIds(Collection<Long> ids);

  /** Everything, in id order, streamed; close it. */
  Stream<TemplateRecord> all();

  long count();
}
