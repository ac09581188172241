package org.facedesk.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.enroll.Outcome;
import org.facedesk.store.AuditAction;
import org.facedesk.store.SessionStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the station writes down has words where people read it. */
class TrailWordsTest {
  /** What those who write the trail call what they add to it. */
  private static final List<String> DETAILS =
      List.of(
              "role cause reason templates rows entries until whole pictures audit_entries idle",
              "failures known settings type outcome version language verdict other source address",
              "code number left_out_before envelope strict desk_gallery open_sessions origins",
              "sessions_cancelled")
          .stream()
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();

  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyActionThatCanStandInAPersonsHistoryHasWords(Locale language) {
    Texts texts = Texts.of(language);
    assertThat(AuditAction.values())
        .filteredOn(AuditAction::ofOnePerson)
        .allMatch(action -> texts.has("people.history.trail." + action.code()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyOtherActionHasWordsInTheTrail(Locale language) {
    Texts texts = Texts.of(language);
    assertThat(AuditAction.values())
        .filteredOn(action -> !action.ofOnePerson())
        .allMatch(action -> texts.has("audit.event." + action.code()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyDetailOfTheTrailHasAWord(Locale language) {
    Texts texts = Texts.of(language);
    assertThat(DETAILS).allMatch(detail -> texts.has("audit.detail." + detail));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyKindOfActionHasWordsInTheFilter(Locale language) {
    Texts texts = Texts.of(language);
    assertThat(AuditAction.families()).allMatch(family -> texts.has("audit.action." + family));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyOutcomeOfAnAttemptHasWords(Locale language) {
    Texts texts = Texts.of(language);
    assertThat(Outcome.Reason.values())
        .extracting(reason -> reason.name().toLowerCase(Locale.ROOT))
        .allMatch(reason -> texts.has("people.history.attempt." + reason));
    assertThat(texts.has("people.history.attempt.authenticated")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyEndOfAnEnrollmentHasWords(Locale language) {
    Texts texts = Texts.of(language);
    assertThat(Arrays.stream(SessionStatus.values()).filter(SessionStatus::terminal))
        .allMatch(end -> texts.has("people.history.enrollment." + end.wireName()));
  }
}
