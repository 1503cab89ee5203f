package dev.tenfold.config;

import java.util.Arrays;
import java.util.Comparator;

/** Guesses what somebody meant to write. */
final class Spelling {
  private Spelling() {}

  /** The candidate with the fewest letters to change; at least one candidate. */
  static String nearest(String written, String... candidates) {
    return Arrays.stream(candidates)
        .min(Comparator.comparingInt(candidate -> distance(written, candidate)))
        .orElseThrow();
  }

  /** The edit distance of Levenshtein (1966): insertions, deletions and substitutions. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
