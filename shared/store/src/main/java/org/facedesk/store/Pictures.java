package org.facedesk.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pictures of people. A person has at most one of each kind; they go with the person. */
public interface Pictures {
  /**
   * Stores the picture in the place of an earlier one of its kind; nothing is known about its
   * similarity then. Image and reference are sealed at rest, in context {@code "picture:" + user +
   * ":" + kind}.
   *
   * @throws org.facedesk.core.FacedeskException USER_NOT_FOUND if the person is gone
   */
  void put(UUID client, UUID user, Picture picture, Instant when);

  Optional<Picture> find(UUID user, Picture.Kind kind);

  /** What pictures these people have; no entry for those without. */
  Map<UUID, List<PictureFacts>> facts(Collection<UUID> users);

  /** Remembers how similar the enrolled face is to a picture, or with null that nobody knows. */
  void similarity(UUID user, Picture.Kind kind, @Nullable Double similarity);

  /** Removes pictures that were put in before this. @return how many */
  int deleteBefore(Instant when);

  /**
   * @return false if there was none
   */
  boolean delete(UUID user, Picture.Kind kind);
}
