package dev.tenfold.report;

import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import java.io.IOException;
import java.util.Locale;

/** The status of a verdict as a picture for a README: an SVG that shows nothing of the data. */
final class Badge {
  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="performance: %2$s">
        <title>performance: %2$s</title>
        <rect width="82" height="20" fill="#555"/>
        <rect x="82" width="%3$d" height="20" fill="%4$s"/>
        <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
          <text x="41" y="14">performance</text>
          <text x="%5$d" y="14">%2$s</text>
        </g>
      </svg>
      """;

  /** Pixels of the left half, of a letter at most, and of what is left free beside the word. */
  private static final int LABEL = 82;

  private static final int LETTER = 7;
  private static final int MARGIN = 12;

  private Badge() {}

  static void write(Verdict verdict, Appendable to) throws IOException {
    String word = word(verdict.status());
    int width = LETTER * word.length() + MARGIN;
    to.append(
        String.format(
            Locale.ROOT,
            SVG,
            LABEL + width,
            word,
            width,
            colour(verdict.status()),
            LABEL + width / 2));
  }

  private static String word(Status status) {
    return switch (status) {
      case PASS -> "pass";
      case REGRESSION -> "regression";
      case INCONCLUSIVE -> "inconclusive";
      case INCOMPLETE -> "incomplete";
      case INCOMPARABLE -> "not comparable";
    };
  }

  /** Each dark enough for white letters to be read on it. */
  private static String colour(Status status) {
    return switch (status) {
      case PASS -> "#2e7d32";
      case REGRESSION -> "#b71c1c";
      case INCONCLUSIVE -> "#8a6100";
      case INCOMPLETE, INCOMPARABLE -> "#a04000";
    };
  }
}
