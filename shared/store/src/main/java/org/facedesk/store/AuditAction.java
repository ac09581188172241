package org.facedesk.store;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Every action that the station writes into the trail. Each needs words in the window: its family
 * in the audit screen's filter, and itself if it is {@link #ofOnePerson}; a test of the window goes
 * through them all.
 */
public enum AuditAction {
  PERSON_CREATED("person.created"),
  PERSON_CHANGED("person.changed"),
  PERSON_ACTIVATED("person.activated"),
  PERSON_DEACTIVATED("person.deactivated"),
  PERSON_UNLOCKED("person.unlocked"),
  PERSON_EXPORTED("person.exported"),
  PERSON_ERASED("person.erased"),

  PEOPLE_IMPORT_BEGUN("people.import_begun"),

  CONSENT_GIVEN("consent.given"),

  ENROLLMENT_COMPLETED("enrollment.completed"),
  ENROLLMENT_FAILED("enrollment.failed"),
  ENROLLMENT_CANCELLED("enrollment.cancelled"),
  ENROLLMENT_EXPIRED("enrollment.expired"),
  ENROLLMENT_DECIDED("enrollment.decided"),
  ENROLLMENT_DELETED("enrollment.deleted"),

  AUTHENTICATION_COMPLETED("authentication.completed"),
  AUTHENTICATION_FAILED("authentication.failed"),
  AUTHENTICATION_CANCELLED("authentication.cancelled"),
  AUTHENTICATION_EXPIRED("authentication.expired"),

  SESSION_CREATED("session.created"),
  SESSION_ENDED_BY_OPERATOR("session.ended_by_operator"),

  CLIENT_CREATED("client.created"),
  CLIENT_CHANGED("client.changed"),
  CLIENT_ROTATED("client.rotated"),
  CLIENT_REVOKED("client.revoked"),
  CLIENT_WEBHOOK_SET("client.webhook_set"),
  CLIENT_WEBHOOK_REMOVED("client.webhook_removed"),

  OPERATOR_FOUNDED("operator.founded"),
  OPERATOR_CREATED("operator.created"),
  OPERATOR_RENAMED("operator.renamed"),
  OPERATOR_ROLE_CHANGED("operator.role_changed"),
  OPERATOR_ACTIVATED("operator.activated"),
  OPERATOR_DEACTIVATED("operator.deactivated"),
  OPERATOR_PASSWORD_RESET("operator.password_reset"),
  OPERATOR_PASSWORD_CHANGED("operator.password_changed"),
  OPERATOR_SIGNED_IN("operator.signed_in"),
  OPERATOR_SIGN_IN_REFUSED("operator.sign_in_refused"),
  OPERATOR_LOCKED_OUT("operator.locked_out"),
  OPERATOR_CONFIRMED("operator.confirmed"),
  OPERATOR_WINDOW_LOCKED("operator.window_locked"),
  OPERATOR_SIGNED_OUT("operator.signed_out"),

  LOGIN_GRANTED("login.granted"),
  LOGIN_REFUSED("login.refused"),

  ACCESS_REFUSED("access.refused"),

  LIMIT_REACHED("limit.reached"),

  SETTINGS_CHANGED("settings.changed"),

  PRACTICE_BEGAN("practice.began"),
  PRACTICE_ENDED("practice.ended"),

  RETENTION_SWEPT("retention.swept"),

  AUDIT_EXPORTED("audit.exported");

  private static final Set<String> OF_ONE_PERSON =
      Set.of("person", "consent", "enrollment", "authentication", "session");

  private final String code;

  AuditAction(String code) {
    this.code = code;
  }

  /** As it stands in the trail: {@code person.created}. */
  public String code() {
    return code;
  }

  /** What the code begins with: what kind of thing it is about. */
  public String family() {
    return code.substring(0, code.indexOf('.'));
  }

  /** Whether it can stand in a person's history. */
  public boolean ofOnePerson() {
    return OF_ONE_PERSON.contains(family());
  }

  /** All families. */
  public static List<String> families() {
    return Arrays.stream(values()).map(AuditAction::family).distinct().toList();
  }

  /**
   * The action of this code.
   *
   * @throws IllegalArgumentException if the station writes no such action
   */
  public static AuditAction of(String code) {
    return Arrays.stream(values())
        .filter(action -> action.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no action " + code));
  }
}
