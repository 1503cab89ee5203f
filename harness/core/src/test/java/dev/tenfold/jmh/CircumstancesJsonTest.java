package dev.tenfold.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Turns;
import dev.tenfold.store.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CircumstancesJsonTest {
  private static final Conditions CONDITIONS =
      new Conditions(
          Duration.ofMillis(1500),
          new Conditions.Processor(
              OptionalDouble.of(0.5), OptionalDouble.empty(), OptionalDouble.of(0.25)),
          OptionalDouble.of(0.125),
          OptionalDouble.empty(),
          OptionalLong.of(3),
          OptionalDouble.of(1.5),
          OptionalInt.of(2));

  @TempDir private Path directory;

  private Circumstances reread(Circumstances circumstances, int forks) {
    double[] scores = new double[forks];
    java.util.Arrays.fill(scores, 1);
    Path file = directory.resolve("run.json");
    Run run = Runs.run(Runs.result(Runs.id("a"), scores).under(circumstances));
    RunFile.write(run, file);
    Run read = RunFile.read(file, Detail.WHOLE);
    assertThat(read).isEqualTo(run);
    assertThat(RunFile.read(file, Detail.SUMMARY)).isEqualTo(run.summarised());
    return read.results().get(0).circumstances();
  }

  @Test
  void whateverTheCircumstancesTheyAreReadAsTheyWereWritten() {
    Random random = new Random(11);
    for (int i = 0; i < 100; i++) {
      int forks = 1 + random.nextInt(5);
      List<Turns> turns = new ArrayList<>();
      for (int fork = 0; random.nextInt(4) > 0 && fork < forks; fork++) {
        turns.add(new Turns(random.nextInt(99), order(random)));
      }
      Optional<String> alone =
          random.nextBoolean() ? Optional.of("a port\n\"8080\" \u0131\u2028") : Optional.empty();
      Looks looks = random.nextBoolean() ? new Looks(List.of(2, 5, 50)) : Looks.ONCE;
      Circumstances written =
          new Circumstances(
              turns.size() == forks ? turns : List.of(),
              alone,
              looks,
              random.nextBoolean() ? Collections.nCopies(forks, CONDITIONS) : List.of(),
              random.nextBoolean() ? List.of("23 % \u2028") : List.of());
      assertThat(reread(written, forks)).isEqualTo(written);
    }
  }

  private static String order(Random random) {
    StringBuilder order = new StringBuilder();
    for (int round = random.nextInt(40); round > 0; round--) {
      order.append(random.nextBoolean() ? 'b' : 'h');
    }
    return order.toString();
  }

  @Test
  void whereNothingIsKnownNothingIsWritten() throws IOException {
    assertThat(reread(Circumstances.UNKNOWN, 2)).isEqualTo(Circumstances.UNKNOWN);
    assertThat(directory.resolve("run.json")).content().doesNotContain("circumstances");
  }

  private Result plain(String circumstances) throws IOException {
    Path file = directory.resolve("jmh.json");
    Files.writeString(
        file,
        """
        [{"benchmark": "a.B.c", "mode": "avgt", "threads": 1, "circumstances": %s,
          "primaryMetric": {"score": 2, "scoreUnit": "ns/op", "rawData": [[1, 3], [2, 2]]}}]
        """
            .formatted(circumstances));
    List<Result> results = new ArrayList<>();
    JmhReader.read(file, Detail.WHOLE, results::add);
    return results.get(0);
  }

  @Test
  void keysThatAreNotKnownAreReadOverAndTheOrderOfKeysDoesNotMatter() throws IOException {
    String text =
        """
        {"mood": [{"pair": 1}], "looks": [2],
         "turns": [{"order": "bh", "weather": {}, "pair": 3}, {"pair": 4, "order": "hb"}]}""";
    assertThat(plain(text).circumstances())
        .isEqualTo(
            new Circumstances(
                List.of(new Turns(3, "bh"), new Turns(4, "hb")),
                Optional.empty(),
                new Looks(List.of(2)),
                List.of(),
                List.of()));
  }

  private void refused(String circumstances, String... sentence) {
    assertThatExceptionOfType(InputException.class)
        .as(circumstances)
        .isThrownBy(() -> plain(circumstances))
        .withMessageContaining(directory.resolve("jmh.json") + ", line ")
        .satisfies(e -> assertThat(e.getMessage()).contains(sentence));
  }

  @Test
  void whatCannotBeIsRefusedInASentence() {
    refused("[]", "an object is expected");
    refused("null", "an object is expected");
    refused("{\"turns\": {}}", "\"turns\" is a list");
    refused("{\"turns\": [3]}", "\"order\" is a string");
    refused("{\"turns\": [{\"pair\": -1, \"order\": \"b\"}]}", "numbered from 0");
    refused("{\"turns\": [{\"pair\": 1, \"order\": 5}]}", "\"order\" is a string");
    refused("{\"turns\": [{\"pair\": 1, \"order\": \"bxh\"}]}", "bxh", "b and h");
    refused(
        "{\"turns\": [{\"pair\": 1, \"order\": \"bh\"}]}", "has 2 forks, of which 1 took turns");
    refused("{\"looks\": 5}", "\"looks\" is a list");
    refused("{\"looks\": [0]}", "ascend from 1");
    refused("{\"looks\": [5, 3]}", "[5, 3]", "ascend");
    refused("{\"alone\": true}", "\"alone\" is a string");
    refused("{\"conditions\": [{\"wallNanos\": 0}]}", "has no conditions");
  }
}
