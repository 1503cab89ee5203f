package dev.tenfold.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What JMH's generator has written down about the benchmarks of a jar: one line for each benchmark
 * and mode with all its annotations say, and the hints for the compiler.
 *
 * @param lines of {@code META-INF/BenchmarkList}
 * @param hints the lines of {@code META-INF/CompilerHints}
 */
record Listing(List<Line> lines, List<String> hints) {
  static final String LIST = "META-INF/BenchmarkList";
  static final String HINTS = "META-INF/CompilerHints";

  /**
   * A line of the list.
   *
   * @param owner the class that the user wrote, or a subclass of it; with dots
   * @param generated the class that JMH's generator wrote for it; with dots
   * @param method its name; that of the group, if it is one
   * @param text the line itself
   */
  record Line(String owner, String generated, String method, String text) {

    /**
     * As JMH writes since 1.13: {@code JMH} and then fields, of which the first three are strings,
     * each with its length before it; empty if this line is not of that form.
     */
    static Optional<Line> of(String text) {
      List<String> fields = new ArrayList<>();
      int at = "JMH ".length();
      while (fields.size() < 3) {
        int space = text.indexOf(' ', at + 2);
        if (!text.startsWith("JMH ") || !text.startsWith("S ", at) || space < 0) {
          return Optional.empty();
        }
        String length = text.substring(at + 2, space);
        if (!length.matches("[0-9]{1,5}")) {
          return Optional.empty();
        }
        int end = space + 1 + Integer.parseInt(length);
        if (end > text.length()) {
          return Optional.empty();
        }
        fields.add(text.substring(space + 1, end));
        at = end + 1;
      }
      return Optional.of(new Line(fields.get(0), fields.get(1), fields.get(2), text));
    }

    /** As in results: {@code package.Class.method}. */
    String benchmark() {
      return owner + "." + method;
    }
  }

  /** The lines of a benchmark, one for each mode. */
  List<Line> of(String benchmark) {
    return lines.stream().filter(line -> line.benchmark().equals(benchmark)).toList();
  }

  /** The hints that can touch what is reached: all but those for certain methods of other code. */
  Set<String> hints(Reach reach, Program program) {
    Set<String> touching = new TreeSet<>();
    for (String hint : hints) {
      String method = hint.substring(hint.indexOf(',') + 1);
      String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
      boolean elsewhere =
          program.has(type) && program.files(type).stream().noneMatch(reach.classes()::containsKey);
      if (!elsewhere && !reach.leftOut().contains(method)) {
        touching.add(hint);
      }
    }
    return touching;
  }

  /** The lines of a text that JMH would read. */
  static List<String> effective(String text) {
    return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
  }
}
