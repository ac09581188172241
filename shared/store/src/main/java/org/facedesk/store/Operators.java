package org.facedesk.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The people who work at the desk. */
public interface Operators {
  /**
   * Inside a transaction: until its end nobody else changes operators, on any station of this
   * database.
   */
  void hold();

  /**
   * @return false if someone has this name
   */
  boolean insert(OperatorRecord operator);

  Optional<OperatorRecord> byId(UUID id);

  /** Whatever the case, and however its letters are composed. */
  Optional<OperatorRecord> byName(String name);

  /** Oldest first, inactive ones too. */
  List<OperatorRecord> all();

  /**
   * Writes everything but id and time of creation.
   *
   * @return false if someone else has this name
   */
  boolean update(OperatorRecord operator);

  /** What is the same of all ways to write a name: case and composition of letters do not count. */
  static String folded(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
