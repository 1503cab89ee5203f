package dev.tenfold.html;

import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;

/**
 * How an outcome looks: a sign and a tone beside its word, never a colour alone.
 *
 * @param sign a character for the eye; read aloud it would add nothing to the word
 * @param tone bad, doubtful, good or plain
 */
record Look(String sign, String tone) {
  private static final String BAD = "bad";
  private static final String DOUBTFUL = "doubtful";
  private static final String GOOD = "good";
  private static final String PLAIN = "plain";

  static Look of(Outcome outcome) {
    return switch (outcome) {
      case REGRESSED -> new Look("\u00d7", BAD);
      case FAILED -> new Look("!", BAD);
      case INCOMPARABLE -> new Look("\u2260", DOUBTFUL);
      case WAIVED -> new Look("~", DOUBTFUL);
      case INCONCLUSIVE -> new Look("?", DOUBTFUL);
      case REMOVED -> new Look("\u2212", PLAIN);
      case ADDED -> new Look("+", PLAIN);
      case IMPROVED -> new Look("\u2713", GOOD);
      case UNCHANGED -> new Look("=", PLAIN);
      case IDENTICAL -> new Look("\u2261", PLAIN);
    };
  }

  static Look of(Status status) {
    return switch (status) {
      case PASS -> new Look("\u2713", GOOD);
      case REGRESSION -> new Look("\u00d7", BAD);
      case INCONCLUSIVE, INCOMPLETE, INCOMPARABLE -> new Look("!", DOUBTFUL);
    };
  }
}
