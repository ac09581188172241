package org.facedesk.desktop.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facedesk.admin.Operator;
import org.facedesk.desktop.ui.Place;

/** The places of the window in the order of the navigation, and what each operator sees of them. */
record Places(List<Place> all) {
  /** The number a place has among Ctrl+1 to Ctrl+8, whoever is signed in. */
  static final List<String> ORDER =
      List.of("enroll", "check", "people", "sessions", "clients", "audit", "settings", "operators");

  /** Where practice mode counts, and is marked; everywhere else it is in earnest. */
  static final Set<String> PRACTISED = Set.of("enroll", "check");

  Places(List<Place> all) {
    this.all =
        all.stream().sorted(Comparator.comparingInt(place -> ORDER.indexOf(place.key()))).toList();
  }

  /** What this operator may enter. */
  List<Place> of(Optional<Operator> operator) {
    return operator
        .map(who -> all.stream().filter(place -> who.role().covers(place.least())).toList())
        .orElse(List.of());
  }

  Optional<Place> at(String key, Optional<Operator> operator) {
    return of(operator).stream().filter(place -> place.key().equals(key)).findFirst();
  }

  /** 1 to 8; 0 for a place that has no number. */
  static int number(Place place) {
    return ORDER.indexOf(place.key()) + 1;
  }
}
