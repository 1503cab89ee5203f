package dev.tenfold.github;

import dev.tenfold.judge.Status;
import dev.tenfold.report.Comment;
import dev.tenfold.report.Markdown;
import dev.tenfold.terminal.Visible;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The verdicts on one suite of one pull request, as its comment keeps them. Its file form is the
 * line before the marker, in base64url, so that no text in it can be taken for anything else:
 *
 * <pre>
 * &lt;!-- tenfold:verdicts=... --&gt;   of lines: head, status, time, headline, with tabs between
 * </pre>
 *
 * @param entries the newest first; at most 6
 */
record Ledger(List<Entry> entries) {
  static final Ledger EMPTY = new Ledger(List.of());

  /** The one that the comment is about, and five earlier ones. */
  private static final int MOST = 6;

  private static final Pattern LINE =
      Pattern.compile("<!-- tenfold:verdicts=([A-Za-z0-9_-]{1,8000}) -->");
  private static final Pattern ENTRY =
      Pattern.compile(
          "([0-9a-f]{40,64})\t([A-Z]+)\t(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)\t(.+)");

  Ledger {
    entries = List.copyOf(entries.subList(0, Math.min(MOST, entries.size())));
  }

  /**
   * A verdict of the past.
   *
   * @param head whole revision that was judged
   * @param status what it came to
   * @param at when it was posted, to the second
   * @param headline what was said of it; one line
   */
  record Entry(String head, Status status, Instant at, String headline) {
    private static final int LONGEST = 300;

    Entry {
      at = at.truncatedTo(ChronoUnit.SECONDS);
      headline = Visible.of(headline, LONGEST);
    }

    private static Entry parse(String line) {
      Matcher matcher = ENTRY.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("This is no entry.");
      }
      return new Entry(
          matcher.group(1),
          Status.valueOf(matcher.group(2)),
          Instant.parse(matcher.group(3)),
          matcher.group(4));
    }

    private String line() {
      return String.join("\t", head, status.name(), at.toString(), headline);
    }

    private String row() {
      return "| `%s` | %s %s | %s |\n"
          .formatted(
              head.substring(0, 7),
              Comment.symbol(status),
              Markdown.prose(headline),
              at.toString().replace('T', ' ').replace("Z", " UTC"));
    }
  }

  /** What a comment of ours keeps; nothing, if the line is not there or is not as we write it. */
  static Ledger in(String body) {
    List<String> lines = body.stripTrailing().lines().toList();
    if (lines.size() < 2) {
      return EMPTY;
    }
    Matcher matcher = LINE.matcher(lines.get(lines.size() - 2));
    if (!matcher.matches()) {
      return EMPTY;
    }
    try {
      byte[] text = Base64.getUrlDecoder().decode(matcher.group(1));
      return new Ledger(
          new String(text, StandardCharsets.UTF_8).lines().map(Entry::parse).toList());
    } catch (RuntimeException e) {
      return EMPTY; // Somebody edited it. The past is lost, and nothing else.
    }
  }

  Ledger with(Entry newest) {
    List<Entry> all = new ArrayList<>(entries);
    all.add(0, newest);
    return new Ledger(all);
  }

  /** The file form. */
  String line() {
    String text = String.join("\n", entries.stream().map(Entry::line).toList());
    return "<!-- tenfold:verdicts=%s -->"
        .formatted(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** All but the newest, folded away, with an empty line behind; empty where there are none. */
  String earlier() {
    if (entries.size() < 2) {
      return "";
    }
    List<Entry> earlier = entries.subList(1, entries.size());
    StringBuilder text =
        new StringBuilder("<details><summary>Earlier verdicts: ")
            .append(earlier.size())
            .append("</summary>\n\n| Head | Verdict | At |\n|---|---|---|\n");
    earlier.forEach(entry -> text.append(entry.row()));
    return text.append("\n</details>\n\n").toString();
  }
}
