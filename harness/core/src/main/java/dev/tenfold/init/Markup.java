package dev.tenfold.init;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An element of an XML text that knows where it stands there, so that something can be put into it
 * while all else stays as somebody wrote it. A parser that writes what it read could not do that.
 *
 * @param text the whole text
 * @param name of the element
 * @param start where its first tag begins
 * @param inside where that tag has ended
 * @param close where its last tag begins; as {@code inside} if one tag is both
 * @param end where its last tag has ended
 */
record Markup(
    String text, String name, int start, int inside, int close, int end, List<Markup> children) {
  /** A comment, a section of characters, an instruction, or a tag; only a tag has a name. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>"
              + "|<(/?)([^\\s/>]+)(?:[^>\"'/]++|\"[^\"]*\"|'[^']*'|/(?!>))*+(/?)>");

  private record Begun(String name, int start, int inside, List<Markup> children) {}

  /**
   * The root of a text.
   *
   * @param text well-formed, without a document type
   */
  static Markup root(String text) {
    Deque<Begun> begun = new ArrayDeque<>();
    begun.push(new Begun("", 0, 0, new ArrayList<>()));
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      String name = piece.group(2);
      if (name == null) {
        continue;
      }
      boolean closes = !piece.group(1).isEmpty();
      if (!closes) {
        begun.push(new Begun(name, piece.start(), piece.end(), new ArrayList<>()));
      }
      boolean isBoth = !piece.group(3).isEmpty();
      if (closes || isBoth) {
        Begun whole = begun.pop();
        int close = isBoth ? piece.end() : piece.start();
        begun
            .element()
            .children()
            .add(
                new Markup(
                    text,
                    whole.name(),
                    whole.start(),
                    whole.inside(),
                    close,
                    piece.end(),
                    List.copyOf(whole.children())));
      }
    }
    return begun.element().children().get(0);
  }

  /** The first child of a name. */
  Optional<Markup> child(String wanted) {
    return children(wanted).findFirst();
  }

  /** The children of a name, in order. */
  Stream<Markup> children(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted));
  }

  /** What lies at the end of such ways down, each step a name; in order. */
  Stream<Markup> at(String... names) {
    Stream<Markup> found = Stream.of(this);
    for (String step : names) {
      found = found.flatMap(element -> element.children(step));
    }
    return found;
  }

  /** The first element of a name anywhere below. */
  Optional<Markup> below(String wanted) {
    return children.stream()
        .flatMap(
            child -> child.name().equals(wanted) ? Stream.of(child) : child.below(wanted).stream())
        .findFirst();
  }

  /** The characters between its tags, without those at the ends that are blank. */
  String content() {
    return text.substring(inside, close).strip();
  }

  /** The content of a child; empty text without one. */
  String said(String wanted) {
    return child(wanted).map(Markup::content).orElse("");
  }

  /** What stands before its first tag on the same line, if that is blank; else nothing. */
  String indentation() {
    String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
    return before.isBlank() ? before : "";
  }
}
