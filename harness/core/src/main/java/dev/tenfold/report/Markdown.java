package dev.tenfold.report;

import dev.tenfold.terminal.Visible;
import java.util.regex.Pattern;

/**
 * Text from elsewhere made harmless in GitHub's Markdown: it stays text, mentions nobody, links
 * nowhere and cannot leave the cell of its table.
 *
 * <p>All of it goes into code spans, where GitHub looks for neither mentions nor issues. What could
 * still do something there is shown as {@code \}{@code uXXXX}: the backtick ends the span, the pipe
 * the cell of a table before spans are even looked for, and {@code <!} begins what programs that
 * read the source take for their marker.
 */
public final class Markdown {
  private static final int LONGEST = 240;

  /** Words without any sign that Markdown or GitHub gives a meaning to. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N},.;()'%+-]*:?");

  /** Plain in their letters, and yet turned into links. */
  private static final Pattern LINKED = Pattern.compile("(?i)www\\.|GH-[0-9]|[0-9a-f]{7}");

  private Markdown() {}

  /** A name as a code span. */
  public static String code(String raw) {
    String text =
        Visible.of(
            raw.replace("`", "\\u0060").replace("|", "\\u007c").replace("<!", "\\u003c!"), LONGEST);
    return text.isBlank() ? "(blank)" : "`" + text + "`";
  }

  /** A sentence in which only the words that are not plain stand in code spans. */
  public static String prose(String raw) {
    StringBuilder text = new StringBuilder();
    StringBuilder odd = new StringBuilder();
    for (String word : Visible.of(raw, LONGEST).split(" ", -1)) {
      if (PLAIN.matcher(word).matches() && !LINKED.matcher(word).find()) {
        flush(odd, text);
        text.append(text.isEmpty() ? "" : " ").append(word);
      } else {
        odd.append(odd.isEmpty() ? "" : " ").append(word);
      }
    }
    flush(odd, text);
    return text.toString();
  }

  private static void flush(StringBuilder odd, StringBuilder to) {
    if (!odd.isEmpty()) {
      to.append(to.isEmpty() ? "" : " ").append(code(odd.toString()));
      odd.setLength(0);
    }
  }
}
