package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite may be measured in shares and judged as a whole. */
class ShardIT {
  @TempDir private Path directory;

  @BeforeEach
  void make() throws IOException {
    FixtureJar.working(directory.resolve("base.jar"), 100, 10);
    FixtureJar.working(directory.resolve("head.jar"), 1000, 10);
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        "suites:\n  first:\n    include: ['*.Steady.*']\n    forks: 2\n    confirm-forks: 2\n");
  }

  @Test
  void theShardsTogetherAreTheSuite() {
    shard("1/2", "one").says("This is shard 1/2: 2 of 3 benchmarks");
    shard("2/2", "two").says("This is shard 2/2: 1 of 3 benchmarks");
    Ended merged = verdict("merge", "one", "two", "--out", "all").says("3 measured");
    assertThat(VerdictFile.in(directory.resolve("all")).outcomes())
        .containsKeys("loop", "objects", "rate");
    // What was merged is reported like any other.
    Ended reported = verdict("report", "all");
    assertThat(reported.out()).isEqualTo(merged.out());
    assertThat(reported.exitCode()).isEqualTo(merged.exitCode());
  }

  @Test
  void withoutAShardItIsSaidWhichIsMissing() {
    shard("3/3", "three");
    Ended merged = Cli.in(directory).run("merge", "three", "--out", "all");
    assertThat(merged.exitCode()).as(merged.toString()).isIn(2, 4);
    merged.says("Of shard 1/3, 2/3 nothing is known");
    Cli.in(directory)
        .run("merge", "three", "three", "--out", "all")
        .refuses("Shard 3/3 is given twice");
  }

  @Test
  void ofMoreShardsThanBenchmarksSomeAreEmptyAndPass() {
    shard("4/4", "four").exits(0).says("This is shard 4/4: 0 of 3 benchmarks");
  }

  private Ended shard(String shard, String out) {
    return verdict("check", "--base", "base.jar", "--shard", shard, "--out", out, "head.jar");
  }

  /** Few forks on a busy machine may leave even a large change undecided. */
  private Ended verdict(String... command) {
    Ended ended = Cli.in(directory).run(command);
    assertThat(ended.exitCode()).as(ended.toString()).isIn(0, 2);
    return ended;
  }
}
