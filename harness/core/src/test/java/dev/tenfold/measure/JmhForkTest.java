package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JmhForkTest {
  private static final BenchmarkJar JAR =
      new BenchmarkJar(Path.of("/work place/b.jar"), "0".repeat(64), Optional.empty());
  private static final Path FILE = Path.of("/tmp/fork.json");

  @TempDir private Path home;

  private final Workspace workspace = Workspace.open();

  @AfterEach
  void close() {
    workspace.close();
  }

  private static ForkOptions options(String... jvmArgs) {
    return new ForkOptions(
        Path.of("/jdk"),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(jvmArgs),
        ForkOptions.PATIENCE);
  }

  private List<String> command(BenchmarkId id, ForkOptions options) {
    return JmhFork.command(JAR, new Task(id, FakeJava.SHAPE), options, workspace, FILE);
  }

  @Test
  void asksForOneForkOfOneBenchmarkAsAnnotated() {
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 4, Map.of());
    assertThat(command(id, options()))
        .containsExactly(
            "/jdk/bin/java",
            "-cp",
            workspace.classPath(JAR),
            "dev.tenfold.probe.Host",
            "--",
            "^\\Qa.B.c\\E$",
            "-bm",
            "thrpt",
            "-t",
            "4",
            "-f",
            "1",
            "-wf",
            "0",
            "-foe",
            "true",
            "-prof",
            "gc",
            "-prof",
            "dev.tenfold.probe.CpuTimeProfiler",
            "-rf",
            "json",
            "-rff",
            "/tmp/fork.json");
    assertThat(workspace.classPath(JAR)).startsWith("/work place/b.jar:");
  }

  @Test
  void passesOnWhatWasChosen() {
    ForkOptions options =
        new ForkOptions(
            Path.of("/jdk"),
            OptionalInt.of(0),
            Optional.of(Duration.ofMillis(1500)),
            OptionalInt.of(3),
            Optional.of(Duration.ofSeconds(1)),
            List.of("-Xmx1g", "-Dname=two words"),
            ForkOptions.PATIENCE);
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, Map.of());
    List<String> command = command(id, options);
    assertThat(command.subList(command.indexOf("/tmp/fork.json") + 1, command.size()))
        .containsExactly(
            "-wi",
            "0",
            "-i",
            "3",
            "-w",
            "1500ms",
            "-r",
            "1000ms",
            "-jvmArgsAppend",
            "-Xmx1g \"-Dname=two words\"");
  }

  @Test
  void parametersAreTakenAsTheyAre() {
    Map<String, String> params =
        Map.of(
            "a",
            "x,y",
            "b",
            "two words",
            "c",
            "k=v",
            "d",
            "-wi",
            "e",
            "--",
            "f",
            "",
            "g",
            "$(rm -rf /);`id`|&'\"\\*",
            "h",
            "gr\u00f6\u00dfe");
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, params);
    List<String> command = command(id, options());
    int host = command.indexOf("dev.tenfold.probe.Host");
    List<String> encoded = command.subList(host + 1, host + 9);
    assertThat(encoded).allMatch(argument -> argument.matches("[a-h]=[\\x21-\\x7e]*"));
    encoded.forEach(
        argument ->
            assertThat(URLDecoder.decode(argument.substring(2), StandardCharsets.UTF_8))
                .isEqualTo(params.get(argument.substring(0, 1))));
    assertThat(command.get(host + 9)).isEqualTo("--");
  }

  @Test
  void theNameIsNoRegularExpression() {
    for (String name : List.of("a.B.c", "a.B$C.d", "a.(B|C)*.d[1]+?", "-a.B", "a.B.c\u0130^")) {
      BenchmarkId id = BenchmarkId.of(name, Mode.THROUGHPUT, 1, Map.of());
      List<String> command = command(id, options());
      String pattern = command.get(command.indexOf("--") + 1);
      // JMH looks for the pattern in the names of all benchmarks.
      assertThat(Pattern.compile(pattern).matcher(name).find()).as(pattern).isTrue();
      assertThat(Pattern.compile(pattern).matcher("x" + name).find()).isFalse();
      assertThat(Pattern.compile(pattern).matcher(name + "x").find()).isFalse();
      assertThat(pattern).startsWith("^");
    }
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, Map.of());
    assertThat(Pattern.compile(command(id, options()).get(5)).matcher("axB.c").find()).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aForkThatGaveWhatWasExpectedIsFinished() throws IOException {
    ForkOutcome outcome = run("ok");
    assertThat(outcome).isInstanceOf(ForkOutcome.Finished.class);
    assertThat(((ForkOutcome.Finished) outcome).entry().path("benchmark").asString(""))
        .isEqualTo("a.B.ok");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aForkThatGaveAnythingElseIsBroken() throws IOException {
    for (String name : FakeJava.broken()) {
      assertThat(run(name)).as(name).isInstanceOf(ForkOutcome.Broken.class);
      assertThat(workspace.file("fork.json")).as(name).doesNotExist();
    }
    assertThat(run("exit3"))
        .isEqualTo(new ForkOutcome.Broken("it ended with exit code 3 after: something went wrong"));
    assertThat(run("short").toString()).contains("1 of 2 iterations", "System.exit");
    assertThat(run("other").toString()).contains("JMH measured a.B.else in mode avgt instead");
    assertThat(run("twice").toString()).contains("2 results where one was expected");
  }

  private ForkOutcome run(String name) throws IOException {
    BenchmarkId id = BenchmarkId.of("a.B." + name, Mode.AVERAGE_TIME, 1, Map.of());
    ForkOptions options = FakeJava.in(home).options();
    return JmhFork.run(JAR, new Task(id, FakeJava.SHAPE), options, workspace);
  }

  @Test
  void aTimeUnderAMillisecondIsPassedOn() {
    ForkOptions options =
        new ForkOptions(
            Path.of("/jdk"),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.of(Duration.ofNanos(200_000)),
            List.of(),
            ForkOptions.PATIENCE);
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, Map.of());
    assertThat(command(id, options)).contains("200us").doesNotContain("0ms");
  }
}
