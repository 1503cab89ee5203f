package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Markdown as a page shows it, read by parsers that are not ours. */
public final class Rendered {
  private static final List<org.commonmark.Extension> GFM =
      List.of(TablesExtension.create(), AutolinkExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(GFM).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(GFM).build();

  private final Document page;

  private Rendered(String markdown) {
    // Tags in the Markdown are let through, so that one of a stranger would be seen.
    this.page = Jsoup.parse(RENDERER.render(PARSER.parse(markdown)));
  }

  public static Rendered of(String markdown) {
    return new Rendered(markdown);
  }

  /** All elements with their attributes, in order; but code, in which a text may stand or not. */
  public List<String> structure() {
    return page.getAllElements().stream()
        .filter(element -> !element.tagName().equals("code"))
        .map(element -> element.tagName() + element.attributes())
        .toList();
  }

  /** Refuses what GitHub would make something of; code it leaves alone. */
  public void isOnlyText() {
    assertThat(page.select("a, img, script, iframe, input, code *")).isEmpty();
    Document rest = page.clone();
    rest.select("code").forEach(Element::remove);
    assertThat(rest.wholeText())
        .doesNotContainPattern("@[\\w-]") // a mention
        .doesNotContainPattern("#\\d") // an issue
        .doesNotContainPattern("(?i)\\bGH-\\d") // an issue
        .doesNotContainPattern("(?i)www\\.|://|mailto:|xmpp:") // a link
        .doesNotContainPattern("\\b[0-9a-f]{7,40}\\b") // a revision
        .doesNotContainPattern(":[a-z+-][\\w+-]*:") // a picture
        .doesNotContain("$", "`", "<", "[^", "{"); // a formula and other marks
    assertThat(Hostile.hidden(page.wholeText())).isEmpty();
  }
}
