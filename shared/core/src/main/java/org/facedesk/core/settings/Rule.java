package org.facedesk.core.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What values a setting may have. */
sealed interface Rule {
  Optional<Problem> check(Setting setting, String value);

  /** A whole number. */
  record Between(int least, int most) implements Rule {
    @Override
    public Optional<Problem> check(Setting setting, String value) {
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return Optional.empty();
        }
      } catch (NumberFormatException notANumber) {
        // told like a number that lies outside: what may be entered is the same
      }
      return Optional.of(Problem.of(setting, Problem.Kind.NOT_BETWEEN, least, most));
    }
  }

  /** One of these. */
  record OneOf(List<String> values) implements Rule {
    public OneOf {
      values = List.copyOf(values);
    }

    OneOf(String... values) {
      this(List.of(values));
    }

    @Override
    public Optional<Problem> check(Setting setting, String value) {
      return values.contains(value)
          ? Optional.empty()
          : Optional.of(Problem.of(setting, Problem.Kind.NOT_ONE_OF, String.join(", ", values)));
    }
  }

  /** Anything on one line that is not too long. */
  record Line(int longest) implements Rule {
    @Override
    public Optional<Problem> check(Setting setting, String value) {
      return value.length() <= longest && value.chars().noneMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(Problem.of(setting, Problem.Kind.TOO_LONG, longest));
    }
  }

  /** A host name or an address, perhaps in brackets. */
  record Host() implements Rule {
    private static final Pattern NAME =
        Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,252})|\\[?[0-9a-fA-F:.%]{2,60}]?");

    @Override
    public Optional<Problem> check(Setting setting, String value) {
      return NAME.matcher(value).matches()
          ? Optional.empty()
          : Optional.of(Problem.of(setting, Problem.Kind.NOT_A_HOST));
    }
  }

  /** Empty, or the address of a PostgreSQL database. */
  record StoreAddress() implements Rule {
    private static final Pattern ADDRESS =
        Pattern.compile("jdbc:postgresql:(//[^/\\s?]+/)?[^/\\s?]*(\\?\\S*)?");

    @Override
    public Optional<Problem> check(Setting setting, String value) {
      return value.isEmpty() || ADDRESS.matcher(value).matches()
          ? Optional.empty()
          : Optional.of(Problem.of(setting, Problem.Kind.NOT_A_STORE));
    }
  }
}
