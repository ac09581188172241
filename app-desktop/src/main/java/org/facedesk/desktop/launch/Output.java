package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** How the commands speak to people. */
final class Output {
  private Output() {}

  /** The command's standard output. */
  static PrintWriter of(CommandLine.Model.@Nullable CommandSpec spec) {
    return spec == null
        ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
        : spec.commandLine().getOut();
  }

  /** Numbers to two places, lists in brackets. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case Double number -> String.format(Locale.ROOT, "%.2f", number);
      case double[] numbers ->
          Arrays.stream(numbers).mapToObj(Output::text).collect(Collectors.joining(", ", "[", "]"));
      case float[] numbers -> "[" + numbers.length + " numbers]";
      case List<?> items when items.size() > 10 -> "[" + items.size() + " items]";
      case List<?> items ->
          items.stream().map(Output::text).collect(Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }
}
