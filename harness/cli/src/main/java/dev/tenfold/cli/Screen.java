package dev.tenfold.cli;

import dev.tenfold.html.HtmlReport;
import dev.tenfold.html.Runs;
import dev.tenfold.judge.Verdict;
import dev.tenfold.measure.Progress;
import dev.tenfold.report.Document;
import dev.tenfold.report.Format;
import dev.tenfold.report.Sarif;
import dev.tenfold.report.Sources;
import dev.tenfold.report.TextTable;
import dev.tenfold.run.InputException;
import dev.tenfold.terminal.Colour;
import dev.tenfold.terminal.Progresses;
import dev.tenfold.terminal.Style;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How something is shown to the one who typed the command. */
final class Screen {
  private static final int WIDTH = 120;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "Colour: auto, always or never; NO_COLOR is honoured.")
  private String colour = "auto";

  @Option(names = "--verbose", description = "Show every benchmark, also the unchanged ones.")
  private boolean verbose;

  /** Progress goes to the error stream, so that the verdict alone can be piped on. */
  Progress progress() {
    return Progresses.of(System.err, isTerminal(), WIDTH, System::nanoTime);
  }

  /**
   * The document of this name.
   *
   * @return makes it from the runs behind the verdict, which one of the documents shows
   * @throws InputException if there is none
   */
  static Function<Runs, Document> document(String name) {
    if (name.equals(HtmlReport.FORMAT)) {
      return HtmlReport::new;
    }
    if (name.equals(Sarif.FORMAT)) {
      return runs -> new Sarif(Sources.below(Path.of("")));
    }
    Format format =
        Format.of(name)
            .orElseThrow(
                () ->
                    new InputException(
                        "There is no format \"%s\"; choose from %s."
                            .formatted(Visible.of(name), names())));
    return runs -> format;
  }

  private static String names() {
    return Stream.concat(
            Arrays.stream(Format.values()).map(Format::toString),
            Stream.of(HtmlReport.FORMAT, Sarif.FORMAT))
        .collect(Collectors.joining(", "));
  }

  void show(Verdict verdict, Document document, PrintWriter out) {
    try {
      if (document == Format.TEXT) {
        new TextTable(style(), WIDTH, verbose).write(verdict, out);
      } else {
        document.write(verdict, out);
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the one who typed the command wants to see colours, and can. */
  Style style() {
    return Style.of(Colour.of(colour), System.getenv(), isTerminal());
  }

  /** Refuses a colour that is none before minutes were spent on measuring. */
  void check() {
    try {
      Colour.of(colour);
    } catch (InputException e) {
      throw new InputException("--color: " + e.getMessage(), e);
    }
  }

  private static boolean isTerminal() {
    return System.console() != null && Ansi.AUTO.enabled();
  }
}
