package dev.tenfold.html;

import dev.tenfold.growth.Growth;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Format;
import dev.tenfold.report.Row;
import dev.tenfold.report.Summary;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Origin;
import dev.tenfold.terminal.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** All that stands in the page, in its order. */
final class Page {
  /** Rounds are drawn of so many benchmarks, the first to be read: they take most of the space. */
  static final int WITH_ROUNDS = 40;

  /** Of so many benchmarks forks are drawn at all. */
  static final int DRAWN = 200;

  private static final int SHORT_HASH = 12;

  private final Verdict verdict;
  private final Runs runs;
  private final Summary summary;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<BenchmarkId, List<Entry>> byBenchmark = new LinkedHashMap<>();

  Page(Verdict verdict, Runs runs) {
    this.verdict = verdict;
    this.runs = runs;
    this.summary = Summary.of(verdict, HtmlReport::shown);
    for (Row row : Row.inOrder(verdict)) {
      List<Entry> ofOne = byBenchmark.computeIfAbsent(row.finding().id(), id -> new ArrayList<>());
      String anchor = ofOne.isEmpty() ? "b" + byBenchmark.size() : ofOne.get(0).anchor();
      Entry entry = new Entry(row, entries.size() + 1, anchor);
      ofOne.add(entry);
      entries.add(entry);
    }
  }

  String style() {
    return Assets.STYLE;
  }

  String script() {
    return Assets.SCRIPT;
  }

  String securityPolicy() {
    return Assets.POLICY;
  }

  /** The verdict in one word. */
  String word() {
    return headline().substring(0, headline().indexOf(':'));
  }

  /** The rest of the headline: what it comes to, and what the reader has to do. */
  String sentence() {
    return headline().substring(word().length() + 1).strip();
  }

  private String headline() {
    return summary.headline();
  }

  Look look() {
    return Look.of(verdict.status());
  }

  /** How the two sides were measured. */
  String manner() {
    return verdict.kind().text();
  }

  /** Whether anything was held against anything. */
  boolean isCompared() {
    return entries.stream().anyMatch(entry -> entry.cells().isPresent());
  }

  String base() {
    return revision(verdict.base());
  }

  String head() {
    return revision(verdict.head());
  }

  /** Short: the whole of it stands at the end of the page. */
  private static String revision(Origin origin) {
    String whole = HtmlReport.shown(origin.revision().orElse("unknown revision"));
    if (!whole.matches("[0-9a-f]{20,}(-dirty)?")) {
      return whole;
    }
    return whole.substring(0, SHORT_HASH) + (whole.endsWith("-dirty") ? "-dirty" : "");
  }

  List<String> notes() {
    return verdict.notes().stream().map(Visible::of).toList();
  }

  List<String> doubts() {
    return summary.warnings();
  }

  String completeness() {
    return summary.completeness();
  }

  Optional<String> undecided() {
    return summary.undecided();
  }

  Optional<String> trust() {
    return summary.trust();
  }

  List<String> rules() {
    return summary.rules();
  }

  List<Subject> subjects() {
    return Summary.counted(verdict);
  }

  List<Outcome> outcomes() {
    return Arrays.asList(Outcome.values());
  }

  long count(Subject subject, Outcome outcome) {
    return verdict.counts(subject).getOrDefault(outcome, 0L);
  }

  long count(Outcome outcome) {
    return entries.stream().filter(entry -> entry.outcome() == outcome).count();
  }

  /** The tone of an outcome; that of nothing where there is none of it. */
  String tone(Outcome outcome) {
    return tone(count(outcome), outcome);
  }

  String tone(Subject subject, Outcome outcome) {
    return tone(count(subject, outcome), outcome);
  }

  private static String tone(long count, Outcome outcome) {
    return count == 0 ? "none" : Look.of(outcome).tone();
  }

  List<Entry> entries() {
    return entries;
  }

  Forest forest() {
    return Forest.of(entries, verdict.policy());
  }

  /** The benchmarks in the order of their first findings. */
  List<Detail> details() {
    Leg.Book book = Leg.Book.of(runs);
    Policy policy = verdict.policy();
    List<Detail> details = new ArrayList<>();
    byBenchmark.forEach(
        (id, found) -> {
          List<Leg> legs = details.size() < DRAWN ? book.of(id) : List.of();
          boolean drawn = details.size() < DRAWN;
          boolean withRounds = details.size() < WITH_ROUNDS;
          details.add(new Detail(id, found, legs, policy, withRounds, drawn));
        });
    return details;
  }

  /** What of the benchmarks is not drawn, so that the page stays small; empty where all is. */
  List<String> omissions() {
    List<String> omissions = new ArrayList<>();
    if (byBenchmark.size() > WITH_ROUNDS) {
      omissions.add(
          "The rounds behind the pairs are drawn for the first %s benchmarks."
              .formatted(WITH_ROUNDS));
    }
    if (byBenchmark.size() > DRAWN) {
      omissions.add("Forks are drawn and told of for the first %s benchmarks.".formatted(DRAWN));
      omissions.add("What is the same in the others stands in the table alone.");
    }
    if (!omissions.isEmpty()) {
      omissions.add("The numbers of all are in run.json.");
    }
    return omissions;
  }

  /**
   * The growth of a benchmark.
   *
   * @param sentence what is known of it
   * @param panel its levels, if they are at hand
   */
  record Grown(String sentence, Optional<Panel> panel) {}

  List<Grown> growths() {
    List<String> sentences = summary.growths();
    List<Grown> grown = new ArrayList<>();
    for (Growth growth : verdict.growths()) {
      boolean drawn = grown.size() < DRAWN;
      grown.add(
          new Grown(
              sentences.get(grown.size()),
              drawn ? GrowthPanel.of(growth, runs) : Optional.empty()));
    }
    return grown;
  }

  List<Panel> machine() {
    return MachinePanel.of(runs);
  }

  List<Source> sources() {
    return Source.of(verdict);
  }

  /** The verdict for programs, gzipped and in base64: as text it would be half of a large page. */
  String json() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (Writer json =
        new OutputStreamWriter(new GZIPOutputStream(packed), StandardCharsets.UTF_8)) {
      Format.JSON.write(verdict, json);
    } catch (IOException e) {
      throw new IllegalStateException("Memory does not fail.", e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
