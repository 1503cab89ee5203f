package dev.tenfold.html;

import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Document;
import dev.tenfold.terminal.Visible;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.Map;

/**
 * A verdict as one HTML page that needs nothing beside it.
 *
 * @param runs behind the verdict
 */
public record HtmlReport(Runs runs) implements Document {
  /** The name by which the user asks for it. */
  public static final String FORMAT = "html";

  /** The name of the file in which it is looked for. */
  public static final String FILE_NAME = "report.html";

  private static final int LONGEST = 240;

  @Override
  public void write(Verdict verdict, Appendable to) throws IOException {
    StringOutput text = new StringOutput(1 << 18);
    // Called as the method that it is: no class is looked up by name, whatever loads this one.
    JtepageGenerated.render(
        new OwaspHtmlTemplateOutput(text), new Unasked(), new Page(verdict, runs));
    to.append(text.toString());
  }

  /** A name or a sentence from elsewhere, as it may be shown. */
  static String shown(String raw) {
    return Visible.of(raw, LONGEST);
  }

  /** The templates name no tag that anybody is to be asked about. */
  private static final class Unasked implements HtmlInterceptor {
    @Override
    public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput to) {}

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput to) {}
  }
}
