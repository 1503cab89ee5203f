package dev.tenfold.measure;

import java.util.List;
import java.util.Optional;

/** Finds in what JMH printed the one sentence that says why a fork gave no result. */
final class JmhComplaint {
  private static final int LONGEST = 300;

  private JmhComplaint() {}

  static String in(String output, int exitCode) {
    List<String> lines = output.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return afterFailure(lines)
        .or(() -> noMatch(lines))
        .or(() -> forkedVm(lines))
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

  /** The benchmark's own exception stands in the line after this mark, its place in the next. */
  private static Optional<String> afterFailure(List<String> lines) {
    int mark = lines.indexOf("<failure>");
    if (mark < 0 || mark + 1 >= lines.size()) {
      return Optional.empty();
    }
    String thrown = lines.get(mark + 1);
    String where = mark + 2 < lines.size() ? lines.get(mark + 2) : "";
    return Optional.of("it threw " + thrown + (where.startsWith("at ") ? " " + where : ""));
  }

  private static Optional<String> noMatch(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("NoBenchmarksException"))
        .findFirst()
        .map(line -> "the jar's JMH found no benchmark of this name");
  }

  private static Optional<String> forkedVm(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("<forked VM failed with exit code "))
        .findFirst()
        .map(
            line ->
                "the measured JVM ended with exit code "
                    + line.replaceAll("\\D+", "")
                    + lines.stream()
                        .filter(said -> said.contains("OutOfMemoryError") || said.contains("SIG"))
                        .findFirst()
                        .map(said -> ": " + said)
                        .orElse(""));
  }

  private static Optional<String> exception(List<String> lines) {
    return lines.stream()
        .filter(
            line ->
                line.matches("(Exception in thread .*|Caused by: .*|[\\w.$]+(Exception|Error):.*)"))
        .reduce((earlier, later) -> later)
        .map(line -> "JMH ended with: " + line);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
