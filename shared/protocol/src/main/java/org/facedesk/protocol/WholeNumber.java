package org.facedesk.protocol;

import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads whole numbers as JSON Schema understands them (2020-12, Validation, 6.1.1): 3.0 is as whole
 * as 3. Programs in which every number has a fraction write them so.
 */
final class WholeNumber<T> extends StdScalarDeserializer<T> {
  private final Class<T> type;
  private final Function<BigDecimal, T> exactly;

  /**
   * @param exactly throws {@link ArithmeticException} for what is not whole, or out of range
   */
  WholeNumber(Class<T> type, Function<BigDecimal, T> exactly) {
    super(type);
    this.type = type;
    this.exactly = exactly;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken().isNumeric()) {
      try {
        return exactly.apply(parser.getDecimalValue());
      } catch (ArithmeticException e) {
        return context.reportInputMismatch(type, "not a whole number in range");
      }
    }
    return type.cast(context.handleUnexpectedToken(context.constructType(type), parser));
  }
}
