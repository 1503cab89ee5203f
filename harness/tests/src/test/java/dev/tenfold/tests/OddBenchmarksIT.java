package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.jmh.Detail;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Result;
import dev.tenfold.store.RunFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd names, values, modes and threads come out as they went in. */
class OddBenchmarksIT {
  private static final List<String> VALUES =
      List.of(
          "1,2",
          "1",
          "a\u0001b",
          "ab",
          " say  \"hi\", it's ",
          "-f",
          "a.*[b]\\E|{x=y}$",
          "größe <b>&amp; 中 🦀");

  @TempDir private Path directory;

  @BeforeEach
  void copy() {
    FixtureJar.copy(directory.resolve("benchmarks.jar"));
  }

  @Test
  void everyValueOfAParameterIsMeasuredUnderItsExactIdentity() {
    Cli.in(directory).run("run", "--include", "*.Odd.value", "-f", "1", "benchmarks.jar").exits(0);
    assertThat(List.of("run.json", "jmh.json"))
        .allSatisfy(
            name ->
                assertThat(results(name).keySet())
                    .extracting(id -> id.params().get("value"))
                    .containsExactlyInAnyOrderElementsOf(VALUES));
  }

  @Test
  void theBenchmarkGetsItsValueAlsoWhereTheSystemKnowsNoLettersButAscii() {
    Cli.in(directory)
        .with("LC_ALL", "C")
        .run("run", "--include", "*.Odd.value{*gr*", "-f", "1", "benchmarks.jar")
        .exits(0)
        .says("1 benchmarks measured, 0 failed");
  }

  @Test
  void groupsSamplesCountersAndSingleShotsKeepTheirKindAndCompareWithThemselves() {
    Cli.in(directory)
        .run("run", "--include", "*.Odd.*", "-e", "*.value", "-f", "2", "benchmarks.jar")
        .exits(0);
    Map<BenchmarkId, Result> results = results("run.json");
    assertThat(results.keySet())
        .extracting(BenchmarkId::text)
        .extracting(text -> text.substring(text.indexOf("Odd.")))
        .containsExactlyInAnyOrder(
            "Odd.blank:avgt:1{nothing=}",
            "Odd.counts:thrpt:1",
            "Odd.once:ss:1",
            "Odd.pair:avgt:2",
            "Odd.sampled:sample:1");
    assertThat(
            results.values().stream()
                .flatMap(result -> result.secondary().keySet().stream())
                .collect(Collectors.toSet()))
        .contains("gets", "puts", "hits", "p0.99");
    Path latest = directory.resolve("reports/latest");
    String jmh = latest.resolve("jmh.json").toString();
    Cli.in(directory).run("compare", jmh, jmh).exits(0).says("5 benchmarks expected, 5 measured");
  }

  private Map<BenchmarkId, Result> results(String file) {
    return RunFile.read(directory.resolve("reports/latest").resolve(file), Detail.SUMMARY)
        .results()
        .stream()
        .collect(Collectors.toMap(Result::id, result -> result));
  }
}
