package dev.tenfold.check;

import dev.tenfold.html.HtmlReport;
import dev.tenfold.html.Runs;
import dev.tenfold.jmh.JmhWriter;
import dev.tenfold.judge.Verdict;
import dev.tenfold.measure.Journal;
import dev.tenfold.report.Document;
import dev.tenfold.report.Format;
import dev.tenfold.report.Sarif;
import dev.tenfold.report.Sources;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Run;
import dev.tenfold.store.AtomicFile;
import dev.tenfold.store.RunFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The directory into which a check writes. What an earlier check left there is removed first, so
 * that no file of one run is ever read beside a file of another.
 *
 * @param directory exists and can be written to
 * @param journal of what is measured for it
 */
record Output(Path directory, Journal journal) {
  private static final String JMH = "jmh.json";

  /**
   * Prepares a directory, before anything is measured: that it cannot be written to should not be
   * found out after an hour.
   */
  static Output in(Path directory) {
    List<String> names = new ArrayList<>(Material.files());
    names.add(JMH);
    names.add(HtmlReport.FILE_NAME);
    names.add(Sarif.FILE_NAME);
    for (Format format : Format.values()) {
      names.add(format.fileName());
    }
    try {
      Files.createDirectories(directory);
      for (String name : names) {
        Files.deleteIfExists(directory.resolve(name));
      }
      Files.delete(Files.createTempFile(directory, "writable", ""));
      return new Output(directory, Journal.NONE);
    } catch (IOException e) {
      throw new InputException(
          "The results cannot be written to %s: %s. Name another directory with --out DIRECTORY."
              .formatted(directory, e),
          e);
    }
  }

  Output with(Journal kept) {
    return new Output(directory, kept);
  }

  void share(Share share) {
    AtomicFile.write(directory.resolve(Share.FILE), share::write);
  }

  void run(String name, Run run) {
    RunFile.write(run, directory.resolve(name));
  }

  void jmh(List<ObjectNode> entries) {
    AtomicFile.write(directory.resolve(JMH), out -> JmhWriter.write(entries, out));
  }

  void verdict(Verdict verdict, Runs behind) {
    for (Format format : Format.values()) {
      document(format.fileName(), format, verdict);
    }
    document(HtmlReport.FILE_NAME, new HtmlReport(behind), verdict);
    document(Sarif.FILE_NAME, new Sarif(Sources.below(Path.of(""))), verdict);
  }

  private void document(String name, Document document, Verdict verdict) {
    AtomicFile.write(
        directory.resolve(name),
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          document.write(verdict, writer);
          writer.flush();
        });
  }
}
