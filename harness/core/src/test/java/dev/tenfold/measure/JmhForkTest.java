package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
  private static final BenchmarkId ID = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, Map.of());
  private static final Shape DECLARED =
      new Shape(0, Duration.ofMillis(1500), 3, Duration.ofSeconds(1));

  @TempDir private Path home;

  private final Workspace workspace = Workspace.open();
  private Optional<Host> host = Optional.empty();

  @AfterEach
  void close() {
    host.ifPresent(Host::close);
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

  private static List<String> request(BenchmarkId id, ForkOptions options) {
    return new JmhFork(new Task(id, DECLARED), options, Optional.empty()).request(FILE);
  }

  @Test
  void asksForOneForkOfOneBenchmark() {
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 4, Map.of());
    assertThat(request(id, options()))
        .containsExactly(
            "fork",
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
            "/tmp/fork.json",
            "-wi",
            "0",
            "-i",
            "3",
            "-w",
            "1500ms",
            "-r",
            "1000ms");
    assertThat(workspace.classPath(JAR)).startsWith("/work place/b.jar:");
  }

  @Test
  void theTurnStandsFirstAmongTheProfilers() {
    Task task = new Task(ID, DECLARED);
    List<String> request = new JmhFork(task, options(), Optional.of("4711:00ff")).request(FILE);
    List<String> profilers = new ArrayList<>();
    for (int i = 1; i < request.size(); i++) {
      if (request.get(i - 1).equals("-prof")) {
        profilers.add(request.get(i));
      }
    }
    assertThat(profilers)
        .containsExactly(
            "dev.tenfold.probe.Turn:4711:00ff", "gc", "dev.tenfold.probe.CpuTimeProfiler");
  }

  @Test
  void oneColdInvocationHasNoTime() {
    Task task = new Task(ID, new Shape(0, Duration.ZERO, 5, Duration.ZERO));
    assertThat(new JmhFork(task, options(), Optional.empty()).request(FILE))
        .containsSequence("-wi", "0", "-i", "5")
        .doesNotContain("-w", "-r");
  }

  @Test
  void passesOnTheArgumentsOfTheJvm() {
    List<String> request = request(ID, options("-Xmx1g", "-Dname=two words"));
    assertThat(request).containsSequence("-jvmArgsAppend", "-Xmx1g \"-Dname=two words\"");
    assertThat(request(ID, options())).doesNotContain("-jvmArgsAppend");
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
    List<String> request = request(id, options());
    List<String> encoded = request.subList(1, 9);
    assertThat(encoded).allMatch(argument -> argument.matches("[a-h]=[\\x21-\\x7e]*"));
    encoded.forEach(
        argument ->
            assertThat(URLDecoder.decode(argument.substring(2), StandardCharsets.UTF_8))
                .isEqualTo(params.get(argument.substring(0, 1))));
    assertThat(request.get(9)).isEqualTo("--");
  }

  @Test
  void theNameIsNoRegularExpression() {
    for (String name : List.of("a.B.c", "a.B$C.d", "a.(B|C)*.d[1]+?", "-a.B", "a.B.c\u0130^")) {
      BenchmarkId id = BenchmarkId.of(name, Mode.THROUGHPUT, 1, Map.of());
      List<String> request = request(id, options());
      String pattern = request.get(request.indexOf("--") + 1);
      // JMH looks for the pattern in the names of all benchmarks.
      assertThat(Pattern.compile(pattern).matcher(name).find()).as(pattern).isTrue();
      assertThat(Pattern.compile(pattern).matcher("x" + name).find()).isFalse();
      assertThat(Pattern.compile(pattern).matcher(name + "x").find()).isFalse();
      assertThat(pattern).startsWith("^");
    }
    assertThat(Pattern.compile(request(ID, options()).get(2)).matcher("axB.c").find()).isFalse();
  }

  @Test
  void aTimeIsPassedOnInTheLargestUnitThatLosesNothing() {
    assertThat(times(Duration.ofMillis(20))).containsExactly("20ms", "20ms");
    assertThat(times(Duration.ofNanos(200_000))).containsExactly("200us", "200us");
    assertThat(times(Duration.ofNanos(12_345_678))).containsExactly("12345678ns", "12345678ns");
  }

  private static List<String> times(Duration time) {
    Task task = new Task(ID, new Shape(1, time, 1, time));
    List<String> request = new JmhFork(task, options(), Optional.empty()).request(FILE);
    return List.of(request.get(request.indexOf("-w") + 1), request.get(request.indexOf("-r") + 1));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
  void aForkThatGaveWhatWasExpectedIsFinished() {
    assertThat(run("ok"))
        .isInstanceOfSatisfying(
            ForkOutcome.Finished.class,
            fork -> assertThat(fork.entry().path("benchmark").asString("")).isEqualTo("a.B.ok"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
  void aForkThatGaveAnythingElseIsBroken() {
    assertThat(reason("throws"))
        .isEqualTo("it threw java.lang.IllegalStateException: boom at a.B.c(B.java:7)");
    assertThat(reason("ends_3")).isEqualTo("it ended with exit code 3 after: something went wrong");
    assertThat(reason("dies_2")).isEqualTo("the measured JVM ended with exit code 42");
    assertThat(reason("short")).contains("7 of 8 iterations", "System.exit");
    assertThat(reason("other")).isEqualTo("JMH measured a.B.else in mode avgt instead");
    assertThat(reason("twice")).isEqualTo("JMH wrote 2 results where one was expected");
    for (String silent : List.of("empty", "nothing", "missing", "torn")) {
      assertThat(reason(silent)).as(silent).isNotEmpty();
    }
    assertThat(run("ok")).isInstanceOf(ForkOutcome.Finished.class);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
  void aForkThatHangsIsKilledAtItsDeadline() {
    assertThat(reason("hangs_3", Duration.ofMillis(1200))).contains("still running after 1 s");
    assertThat(run("ok")).isInstanceOf(ForkOutcome.Finished.class);
  }

  private String reason(String name) {
    return reason(name, Duration.ofSeconds(20));
  }

  private String reason(String name, Duration deadline) {
    ForkOutcome outcome = run(name, deadline);
    assertThat(workspace.file("fork.json")).as(name).doesNotExist();
    return assertInstanceOf(ForkOutcome.Broken.class, outcome, name).reason();
  }

  private ForkOutcome run(String name) {
    return run(name, Duration.ofSeconds(20));
  }

  private ForkOutcome run(String name, Duration deadline) {
    if (host.isEmpty()) {
      FakeJava java = FakeJava.in(home);
      host = Optional.of(Host.of(java.jar("head.jar"), java.options().javaCommand(), workspace));
    }
    JmhFork fork = new JmhFork(FakeJava.task(name), options(), Optional.empty());
    return fork.run(host.get(), workspace.file("fork.json"), deadline);
  }
}
