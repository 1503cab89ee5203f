package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However often and whenever a check is cut off, it can be gone on with. */
class ResumeIT {
  /** More by hand: {@code -Dtenfold.kills=50}. */
  private static final int KILLS = Integer.getInteger("tenfold.kills", 3);

  private static final int LONGEST_MILLIS = 7000;

  /** Few forks on a busy machine may leave even a large change undecided. */
  private static final Set<Integer> VERDICTS = Set.of(0, 2);

  @TempDir private Path directory;
  private Path base;
  private Path head;

  @BeforeEach
  void make() throws IOException {
    base = FixtureJar.working(directory.resolve("base.jar"), 100, 10);
    head = FixtureJar.working(directory.resolve("head.jar"), 1000, 10);
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        "suites:\n  first:\n    include: ['*.Steady.*']\n    forks: 3\n    confirm-forks: 2\n");
  }

  @Test
  void killedAtAnyMomentItEndsWithEveryBoutOnceAndNoProcessRunsOn() throws IOException {
    Random random = new Random(Long.getLong("tenfold.kills.seed", 1));
    int kills = 0;
    for (int run = 0; kills < KILLS; run++) {
      Path out = directory.resolve("out" + run);
      boolean cut = true;
      JournalLines before = new JournalLines(List.of());
      for (int tries = 0; cut && kills < KILLS; tries++) {
        cut = isKilled(start(out, tries > 0), random.nextInt(LONGEST_MILLIS));
        kills += cut ? 1 : 0;
        JournalLines now = JournalLines.in(out);
        assertThat(now.lines().subList(0, before.lines().size())).isEqualTo(before.lines());
        before = now;
      }
      Ended ended = start(out, true).ends();
      assertThat(ended.exitCode()).as(ended.toString()).isIn(VERDICTS);
      ended.says(
          before.bouts() == 0
              ? "measuring from the beginning"
              : "Going on: what was measured before (%d in".formatted(before.bouts()));
      everyBoutIsThereOnce(out);
    }
  }

  @Test
  void aCheckThatHasEndedIsReplayedToTheSameVerdictWithoutMeasuring() throws IOException {
    Path out = directory.resolve("out");
    Ended measured = start(out, false).ends().neverSays("Going on");
    Map<String, String> first = files(out);
    Ended replayed = start(out, true).ends().says("Going on", "screening: 0 forks");
    assertThat(replayed.exitCode()).as(replayed.toString()).isEqualTo(measured.exitCode());
    assertThat(replayed.out()).isEqualTo(measured.out());
    assertThat(files(out)).isEqualTo(first);
  }

  @Test
  void otherOptionsCannotBeGoneOnWith() {
    Path out = directory.resolve("out");
    try (Running check = start(out, false)) {
      new Living(head).soonMeasures();
      check.signal("KILL");
    }
    new Living(directory).soonEnds();
    Cli.in(directory)
        .run("check", "--resume", "--seed", "2", "--base", "base.jar", "--out", "out", "head.jar")
        .refuses("seed: 1 there, 2 here", "without --resume");
  }

  @Test
  void twoDoNotMeasureForOneDirectoryAtOnce() {
    Path out = directory.resolve("out");
    try (Running first = start(out, false)) {
      new Living(head).soonMeasures();
      start(out, true).ends().refuses("Another Tenfold measures for " + out, "--out DIRECTORY");
    }
  }

  @Test
  void whoIsInterruptedIsToldHowToGoOn() {
    try (Running check = start(directory.resolve("out"), false)) {
      new Living(head).soonMeasures();
      check.signal("TERM");
      check.ends().exits(143).says("go on with the same command and --resume");
    }
    new Living(directory).soonEnds();
  }

  private Running start(Path out, boolean resume) {
    List<String> command = new ArrayList<>(List.of("check", "--base", base.toString()));
    command.addAll(List.of("--out", out.toString(), head.toString()));
    if (resume) {
      command.add("--resume");
    }
    return Cli.in(directory).start(command.toArray(new String[0]));
  }

  /** Lets it run so long; tells whether it was killed then or had ended. */
  private boolean isKilled(Running check, int millis) {
    try (check) {
      boolean ended = check.process().waitFor(millis, TimeUnit.MILLISECONDS);
      check.process().toHandle().destroyForcibly();
      check.process().waitFor();
      new Living(directory).soonEnds();
      return !ended;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void everyBoutIsThereOnce(Path out) {
    Map<String, List<Integer>> taken = JournalLines.in(out).numbers();
    Map<String, List<Integer>> expected = new TreeMap<>();
    forks(out.resolve("run.json"), "screening ", expected);
    forks(out.resolve("confirm-run.json"), "confirming ", expected);
    assertThat(expected).containsKeys("screening loop", "screening objects", "confirming loop");
    assertThat(taken.keySet()).isEqualTo(expected.keySet());
    taken.forEach(
        (key, numbers) -> assertThat(numbers).as(key).containsExactlyElementsOf(expected.get(key)));
  }

  private static void forks(Path file, String stage, Map<String, List<Integer>> to) {
    for (JsonNode result : JsonMapper.shared().readTree(file.toFile()).path("results")) {
      String method = result.path("benchmark").asString();
      int forks = result.path("primaryMetric").path("rawData").size();
      to.put(
          stage + method.substring(method.lastIndexOf('.') + 1),
          IntStream.range(0, forks).boxed().toList());
    }
  }

  private static Map<String, String> files(Path out) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name :
        List.of("journal.jsonl", "run.json", "base.json", "confirm-run.json", "verdict.json")) {
      texts.put(name, Files.readString(out.resolve(name)));
    }
    return texts;
  }
}
