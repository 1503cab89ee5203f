package dev.tenfold.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tenfold.run.Fork;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Result;
import dev.tenfold.run.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the reader makes of each small file in the resources, {@code read} or {@code refused}: the
 * golden text beside it says so. After a wanted change run {@code mvn -pl harness/core test
 * -Dtest=GoldenTest -Dgolden.regenerate=true}, and read the difference.
 */
class GoldenTest {
  private static final Path FILES = Path.of("src/test/resources/dev/tenfold/jmh");

  @ParameterizedTest
  @MethodSource("read")
  void fileIsReadAsTheGoldenTextTells(Path file) throws IOException {
    List<Result> results = new ArrayList<>();
    JmhReader.read(file, Detail.WHOLE, results::add);
    compare(file, results.stream().map(GoldenTest::text).collect(Collectors.joining("\n")));
  }

  @ParameterizedTest
  @MethodSource("read")
  void summariesAreThoseOfTheWholeForks(Path file) {
    List<Result> whole = new ArrayList<>();
    List<Result> summaries = new ArrayList<>();
    JmhReader.read(file, Detail.WHOLE, result -> whole.add(result.summarised()));
    JmhReader.read(file, Detail.SUMMARY, summaries::add);
    assertThat(summaries).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void fileIsRefusedInTheGoldenSentence(Path file) throws IOException {
    String outcome = "it was read";
    try {
      JmhReader.read(file, Detail.SUMMARY, result -> {});
    } catch (InputException e) {
      outcome = e.getMessage();
    }
    assertThat(outcome)
        .startsWith(file.toString())
        .endsWith(".")
        .doesNotContainPattern("jackson|Exception|StreamRead|JsonParser|\\p{Cntrl}");
    compare(file, outcome.replace(file.toString(), "FILE") + "\n");
  }

  static List<Path> read() throws IOException {
    return files("read");
  }

  static List<Path> refused() throws IOException {
    return files("refused");
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FILES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static void compare(Path file, String text) throws IOException {
    Path golden = Path.of(file.toString().replaceAll("\\.json$", ".golden"));
    if (Boolean.getBoolean("golden.regenerate")) {
      Files.writeString(golden, text);
      fail(golden + " was written anew: read it and run the test without golden.regenerate.");
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  private static String text(Result result) {
    return "%s\n  %s\n  %s\n".formatted(result.id(), result.settings(), result.jvm())
        + result.series().map(GoldenTest::text).collect(Collectors.joining());
  }

  private static String text(Series series) {
    return "  %s, %s, %s is better\n"
            .formatted(series.metric().name(), series.metric().unit(), series.metric().better())
        + series.forks().stream().map(GoldenTest::text).collect(Collectors.joining());
  }

  private static String text(Fork fork) {
    return fork.isWhole()
        ? "    %s quartile %s\n".formatted(Arrays.toString(fork.scores()), fork.quartile())
        : "    %s\n".formatted(fork);
  }
}
