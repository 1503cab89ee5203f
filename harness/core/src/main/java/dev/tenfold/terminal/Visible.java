package dev.tenfold.terminal;

/**
 * Text from elsewhere (names, parameters, messages of exceptions) made fit to be shown: one line
 * that cannot command a terminal or the log of a build, nor look like other text than it is.
 */
public final class Visible {
  private Visible() {}

  /**
   * The text with everything as {@code \}{@code uXXXX} that is invisible, moves the cursor, turns
   * the direction of writing or begins a command to a build server ({@code ::} or {@code ##} with
   * what follows). XML 1.0 allows every character of the result.
   */
  public static String of(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int[] points = raw.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      boolean doubled = i + 1 < points.length && points[i + 1] == c;
      if (isHidden(c) || (doubled && (c == ':' || c == '#'))) {
        escape(c, text);
      } else {
        text.appendCodePoint(c);
      }
    }
    return text.toString();
  }

  /** As {@link #of(String)}, and where that is longer than {@code most} columns, cut to them. */
  public static String of(String raw, int most) {
    String text = of(raw);
    if (columns(text) <= most) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int[] left = {most - 3};
    text.codePoints().takeWhile(c -> (left[0] -= columns(c)) >= 0).forEach(cut::appendCodePoint);
    return cut.append(".".repeat(Math.min(3, most))).toString();
  }

  /**
   * How many columns of a terminal the text takes at most; never fewer than it has {@code char}s,
   * so that what was cut to columns is bounded in memory too.
   */
  public static int columns(String text) {
    return text.codePoints().map(Visible::columns).sum();
  }

  private static int columns(int c) {
    return isWide(c) ? 2 : 1;
  }

  /**
   * The blocks that are wide in Unicode's East Asian Width (UAX 11), roughly; combining marks count
   * too.
   */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || c >= 0x10000;
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> c != ' ';
      default -> isBlankLetter(c);
    };
  }

  /** What Unicode counts among letters, marks and symbols and yet shows nothing. */
  private static boolean isBlankLetter(int c) {
    return c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || (c >= 0x17b4 && c <= 0x17b5)
        || (c >= 0x180b && c <= 0x180f)
        || c == 0x2800
        || c == 0x3164
        || (c >= 0xfe00 && c <= 0xfe0f)
        || c == 0xffa0
        || (c >= 0xe0100 && c <= 0xe01ef);
  }

  private static void escape(int c, StringBuilder to) {
    String hex = Integer.toHexString(c);
    if (c < 0x10000) {
      to.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    } else {
      to.append("\\u{").append(hex).append('}');
    }
  }
}
