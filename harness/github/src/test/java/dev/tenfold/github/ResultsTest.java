package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Hostile;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Fork;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Series;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Unit;
import dev.tenfold.store.RunFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {
  @TempDir private Path directory;

  /** A benchmark whose forks lie around this level. */
  private static Result result(BenchmarkId id, double level) {
    Metric score = Metric.score(Mode.AVERAGE_TIME, Unit.of("ns/op"));
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double mean = level * (1 + i / 1000.0);
      forks.add(Fork.of(new double[] {mean, mean * 1.001, mean * 0.999}, score.better()));
    }
    return new Result(
        id,
        new Settings(2, "1 s", 1, 3, "1 s", 1, List.of()),
        new Jvm("/jdk/bin/java", "17.0.15", "OpenJDK 64-Bit Server VM", "17.0.15+6", "1.37"),
        new Series(score, forks),
        new TreeMap<>());
  }

  private static void write(Path file, String at, Result... results) throws IOException {
    Machine machine =
        new Machine("CPU", 8, 16, "linux-amd64", "6.1.0", "none", "Debian", 17, "G1", "Compact");
    Files.createDirectories(file.getParent());
    Origin origin =
        new Origin(
            Optional.of(machine),
            Optional.empty(),
            Optional.of(Instant.parse(at)),
            Optional.empty());
    RunFile.write(new Run(origin, List.of(results), List.of()), file);
  }

  /** A benchmark that takes three times as long as the day before. */
  private static void slower(Path directory, String name) throws IOException {
    write(directory.resolve("base.json"), "2026-01-01T00:00:00Z", result(Verdicts.id(name), 100));
    write(directory.resolve("run.json"), "2026-01-02T00:00:00Z", result(Verdicts.id(name), 300));
  }

  private List<Judged> judged() {
    return Results.in(directory, "quick").judged(Policy.standard(), false, Set.of());
  }

  private void refused(String... parts) {
    assertThatThrownBy(this::judged)
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContainingAny("\n", "\u001b", "::error");
  }

  @Test
  void theVerdictIsReachedFromTheForksWhateverLiesBesideThem() throws IOException {
    slower(directory, "a.B.c");
    Files.writeString(directory.resolve("verdict.json"), "{\"status\": \"PASS\"}");
    Files.writeString(directory.resolve("comment.md"), "✅ all is well @team");
    Files.writeString(directory.resolve("pull-request"), "1");
    assertThat(judged())
        .singleElement()
        .satisfies(
            judged -> {
              assertThat(judged.suite()).isEqualTo("quick");
              assertThat(judged.verdict().status()).isEqualTo(Status.REGRESSION);
              assertThat(judged.text())
                  .contains("REGRESSED", "came to PASS, as it says", "is REGRESSION")
                  .doesNotContain("all is well");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"status\": \"REGRESSION\"}",
        "{\"status\": \"@team\"}",
        "{\"status\": 7}",
        "\u0000\u00ff",
      })
  void aClaimThatAgreesOrSaysNothingIsNotSpokenOf(String claim) throws IOException {
    slower(directory, "a.B.c");
    Files.writeString(directory.resolve("verdict.json"), claim);
    assertThat(judged().get(0).remarks()).isEmpty();
  }

  @Test
  void aClaimThatIsALinkIsNotRead(@TempDir Path elsewhere) throws IOException {
    slower(directory, "a.B.c");
    Path secret = Files.writeString(elsewhere.resolve("x"), "{\"status\": \"SECRET\"}");
    Files.createSymbolicLink(directory.resolve("verdict.json"), secret);
    assertThat(judged().get(0).remarks()).isEmpty();
  }

  @Test
  void thePolicyIsTheOneThatIsGiven() throws IOException {
    slower(directory, "a.B.c");
    List<Judged> lenient =
        Results.in(directory, "quick").judged(Policy.standard().with(9.0), false, Set.of());
    assertThat(lenient.get(0).verdict().status()).isNotEqualTo(Status.REGRESSION);
  }

  @Test
  void directoriesOfResultsAreSuites() throws IOException {
    slower(directory.resolve("one"), "a.B.c");
    slower(directory.resolve("two-2"), "a.B.d");
    Files.createDirectories(directory.resolve("Of No Concern/at all"));
    assertThat(judged()).extracting(Judged::suite).containsExactly("one", "two-2");
  }

  @Test
  void shardsAreJudgedAsOneSuite() throws IOException {
    for (int i = 1; i <= 2; i++) {
      Path shard = directory.resolve("shard-" + i);
      slower(shard, "a.B.c" + i);
      Files.writeString(
          shard.resolve("shard.json"),
          "{\"shard\": \"%d/2\", \"suite\": 2, \"particulars\": {\"seed\": \"1\"}}".formatted(i));
    }
    assertThat(judged())
        .singleElement()
        .satisfies(
            judged -> {
              assertThat(judged.suite()).isEqualTo("quick");
              assertThat(judged.verdict().findings())
                  .hasSize(2)
                  .allMatch(finding -> finding.outcome() == Outcome.REGRESSED);
            });
    Files.delete(directory.resolve("shard-2/shard.json"));
    assertThat(judged().get(0).verdict().notes()).anyMatch(note -> note.contains("2/2"));
  }

  @Test
  void aLinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    slower(elsewhere, "a.B.c");
    Files.createSymbolicLink(directory.resolve("run.json"), elsewhere.resolve("run.json"));
    refused("run.json is a link");
    Files.delete(directory.resolve("run.json"));
    Files.createSymbolicLink(directory.resolve("one"), elsewhere);
    refused("There are no results");
    slower(directory, "a.B.c");
    Files.createSymbolicLink(
        directory.resolve("confirm-run.json"), directory.resolve("does-not-exist"));
    refused("confirm-run.json is a link");
  }

  @Test
  void whatIsNoPlainFileIsNotOpened() throws IOException {
    slower(directory, "a.B.c");
    Files.createDirectory(directory.resolve("shard.json"));
    refused("shard.json is a link, a directory or a device");
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve("run.json").toFile(), "rw")) {
      file.setLength(200L << 20);
    }
    refused("too large");
  }

  @Test
  void aFileThatWouldGrowWhenItIsReadIsNotRead() throws IOException {
    slower(directory, "a.B.c");
    byte[] plain = Files.readAllBytes(directory.resolve("run.json"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("run.json")))) {
      out.write(plain);
    }
    refused("compressed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "[1]",
        "{\"tenfold\": 1}",
        "{\"tenfold\": 999, \"x\": 1}",
        "[{\"benchmark\": \"a\\n::error::b\", \"mode\": \"avgt\"}]",
        "[{\"benchmark\": \"\\u001b[31m\", \"mode\": \"\\n::error::\"}]"
      })
  void wrongJsonIsRefusedInASentence(String text) throws IOException {
    Files.writeString(directory.resolve("run.json"), text);
    refused("suite quick");
  }

  @Test
  void jsonThatIsNestedOrLongBeyondMeasureIsRefused() throws IOException {
    Files.writeString(directory.resolve("run.json"), "[".repeat(1_000_000));
    refused("suite quick");
    Files.writeString(
        directory.resolve("run.json"), "[{\"benchmark\": \"" + "x".repeat(5_000_000) + "\"}]");
    refused("suite quick");
  }

  @Test
  void moreBenchmarksThanAnybodyMeasuresAreNotJudged() throws IOException {
    StringBuilder spared = new StringBuilder();
    for (int i = 0; i <= 50_000; i++) {
      spared
          .append(i == 0 ? "" : ",")
          .append("{\"benchmark\": \"a.B.c")
          .append(i)
          .append("\", \"mode\": \"avgt\", \"threads\": 1, \"params\": {}, \"reason\": \"x\"}");
    }
    String text = "{\n\"tenfold\": 1,\n\"results\": [],\n\"spared\": [" + spared + "],\n";
    Files.writeString(directory.resolve("run.json"), checked(text));
    refused("suite quick", "more than 50000 benchmarks");
  }

  /** With the checksum that anybody can compute. */
  private static String checked(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return text + "  \"sha256\": \"" + HexFormat.of().formatHex(hash) + "\"}\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aShardOfAnEndlessSuiteIsRefused() throws IOException {
    slower(directory, "a.B.c");
    for (String suite : List.of("2000000000", "-5", "1e99", "\"x\"", "null")) {
      Files.writeString(
          directory.resolve("shard.json"),
          "{\"shard\": \"1/2\", \"suite\": %s, \"particulars\": {}}".formatted(suite));
      refused("suite quick", "shard.json");
    }
  }

  @Test
  void aDirectoryWithANameThatNoSuiteHasIsRefused() throws IOException {
    for (String name : List.of("Quick", "a b", "::error::x", "a\nb", "x".repeat(80))) {
      Path odd = directory.resolve(name);
      slower(odd, "a.B.c");
      refused("lower-case letters, digits and dashes");
      Files.delete(odd.resolve("run.json"));
    }
  }

  @Test
  void moreSuitesThanAnybodyHasAreRefused() throws IOException {
    for (int i = 0; i < 21; i++) {
      slower(directory.resolve("s" + i), "a.B.c");
    }
    refused("21 suites");
  }

  @Test
  void withoutResultsItIsSaidWhereTheyLie() {
    refused("There are no results", "reports/latest");
    assertThatThrownBy(() -> Results.in(directory.resolve("gone"), "quick"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void hostileNamesOfBenchmarksAreShownHarmless() throws IOException {
    List<Result> base = new ArrayList<>();
    List<Result> head = new ArrayList<>();
    for (int i = 0; i < Hostile.texts().size(); i++) {
      BenchmarkId id =
          Verdicts.id(
              "evil.Bench.run" + i, Map.of("p", Hostile.texts().get(i).replaceAll("\\p{Cs}", "")));
      base.add(result(id, 100));
      head.add(result(id, 300));
    }
    write(directory.resolve("base.json"), "2026-01-01T00:00:00Z", base.toArray(Result[]::new));
    write(directory.resolve("run.json"), "2026-01-02T00:00:00Z", head.toArray(Result[]::new));
    Judged judged = judged().get(0);
    assertThat(judged.verdict().status()).isEqualTo(Status.REGRESSION);
    assertThat(judged.text().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    assertThat(judged.text()).doesNotContain("<!--", "\n::", "\u202e", "\u001b");
  }
}
