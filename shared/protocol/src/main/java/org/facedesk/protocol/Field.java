package org.facedesk.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a wire field's Java type does not say, for the documents that describe the protocol ({@code
 * /openapi.json}, {@code /asyncapi.json}). It stands beside the field so that the two cannot part.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {
  /** One sentence; empty for a field whose name says it all. */
  String value() default "";

  /** In a request: whether it has to be there. */
  boolean required() default false;

  /** Values that are understood; empty for any. */
  String[] oneOf() default {};

  /** Least value of a number, least length of a text. */
  int min() default Integer.MIN_VALUE;

  /** Largest value of a number, largest length of a text. */
  int max() default Integer.MAX_VALUE;

  /** A regular expression that a text matches. */
  String pattern() default "";

  /** For fields that may be any JSON: the types it may have, for example {@code object}. */
  String[] json() default {};

  /** An example, as JSON. */
  String example() default "";
}
