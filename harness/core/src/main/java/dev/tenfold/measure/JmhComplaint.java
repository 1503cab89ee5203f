package dev.tenfold.measure;

import java.util.List;
import java.util.Optional;

/** Finds in what JMH printed the one sentence that says why a fork gave no result. */
final class JmhComplaint {
  private static final int LONGEST = 300;
  private static final String FAILURE = "<failure>";
  private static final String FORKED = "<forked VM failed with exit code ";

  private JmhComplaint() {}

  static String in(String output, int exitCode) {
    List<String> lines = output.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return thrown(lines)
        .or(() -> exited(lines))
        .or(() -> ended(lines))
        .or(() -> unknown(lines))
        .or(() -> exception(lines))
        .map(JmhComplaint::shorten)
        .orElseGet(
            () ->
                lines.isEmpty()
                    ? "it said nothing and ended with exit code %s".formatted(exitCode)
                    : shorten(
                        "it ended with exit code %s after: %s"
                            .formatted(exitCode, lines.get(lines.size() - 1))));
  }

  /** The mark ends the line of an iteration; the exception stands below it, then its place. */
  private static Optional<String> thrown(List<String> lines) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (lines.get(i).endsWith(FAILURE)) {
        String where = i + 2 < lines.size() ? lines.get(i + 2) : "";
        return Optional.of(
            "it threw " + lines.get(i + 1) + (where.startsWith("at ") ? " " + where : ""));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> exited(List<String> lines) {
    return first(lines, "<failure: VM prematurely exited")
        .map(line -> "the measured JVM ended by itself (does the benchmark call System.exit?)");
  }

  private static Optional<String> ended(List<String> lines) {
    return first(lines, FORKED)
        .map(
            line -> {
              String code = line.substring(line.indexOf(FORKED) + FORKED.length());
              String said =
                  first(lines, "Unrecognized VM option")
                      .or(() -> first(lines, "OutOfMemoryError"))
                      .or(() -> first(lines, "SIG"))
                      .map(cause -> ": " + cause.replaceFirst("^#\\s*", ""))
                      .orElse("");
              return "the measured JVM ended with exit code " + code.replaceAll("\\D.*", "") + said;
            });
  }

  private static Optional<String> unknown(List<String> lines) {
    return first(lines, "No benchmarks to run")
        .map(line -> "the jar's JMH found no benchmark of this name");
  }

  private static Optional<String> exception(List<String> lines) {
    return lines.stream()
        .filter(
            line ->
                line.matches("(Exception in thread .*|Caused by: .*|[\\w.$]+(Exception|Error):.*)"))
        .reduce((earlier, later) -> later)
        .map(line -> "JMH ended with: " + line);
  }

  private static Optional<String> first(List<String> lines, String mark) {
    return lines.stream().filter(line -> line.contains(mark)).findFirst();
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
