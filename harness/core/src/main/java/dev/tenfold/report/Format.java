package dev.tenfold.report;

import dev.tenfold.judge.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The documents that a verdict can be had as, each under the name of its file. In UTF-8. */
public enum Format implements Document {
  /** For people, whole and without colour. */
  TEXT("verdict.txt", TextTable.FILE),
  /** For a pull request on GitHub. */
  MARKDOWN("comment.md", Comment::write),
  /** For programs. */
  JSON("verdict.json", VerdictJson::write),
  /** For build servers. */
  JUNIT("junit.xml", JunitXml::write),
  /** For spreadsheets and data frames. */
  CSV("verdict.csv", Csv::write),
  /** For a README. */
  BADGE("badge.svg", Badge::write);

  private final String fileName;
  private final Document document;

  Format(String fileName, Document document) {
    this.fileName = fileName;
    this.document = document;
  }

  /** The format of this name: text, markdown, json, junit, csv or badge. */
  public static Optional<Format> of(String name) {
    return Arrays.stream(values()).filter(format -> format.toString().equals(name)).findFirst();
  }

  /** The name of the file in which this format is looked for. */
  public String fileName() {
    return fileName;
  }

  @Override
  public void write(Verdict verdict, Appendable to) throws IOException {
    document.write(verdict, to);
  }

  /** The name by which the user asks for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
