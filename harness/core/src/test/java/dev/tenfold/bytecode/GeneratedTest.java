package dev.tenfold.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what JMH's own generator writes. */
class GeneratedTest {
  private static final String PROCESSOR = "org.openjdk.jmh.generators.BenchmarkProcessor";
  private static final List<String> BENCHMARKS =
      List.of("app.Suite.helped", "app.Suite.plain", "app.Suite.Nested.inside", "app.Groups.pair");

  private static final String SUITE =
      """
      package app;
      import java.util.concurrent.TimeUnit;
      import org.openjdk.jmh.annotations.*;
      import org.openjdk.jmh.infra.*;
      @State(Scope.Benchmark)
      @BenchmarkMode({Mode.AverageTime, Mode.SampleTime, Mode.SingleShotTime})
      @OutputTimeUnit(TimeUnit.NANOSECONDS)
      public class Suite {
        @Param({"1", "10"}) int size;
        @Param Size kind;
        @Setup(Level.Iteration) public void fill() { size++; }
        @Benchmark public int helped(Counters counters, Blackhole hole) {
          hole.consume(counters.hits++);
          return helper(size);
        }
        @Benchmark @Fork(2) public int plain(ThreadParams threads) { return size + threads.getThreadIndex(); }
        private int helper(int x) { return Helper.help(x); }
        public enum Size { SMALL, LARGE }
        @State(Scope.Thread) @AuxCounters public static class Counters { public int hits; }
        public static class Nested extends Common {
          @Benchmark @CompilerControl(CompilerControl.Mode.DONT_INLINE) public int inside() { return common; }
        }
      }
      """;

  private static final Map<String, String> SOURCES =
      new TreeMap<>(
          Map.of(
              "app/Suite.java",
              SUITE,
              "app/Common.java",
              """
              package app;
              import org.openjdk.jmh.annotations.*;
              @State(Scope.Thread) public abstract class Common { int common = 1; @TearDown public void end() {} }
              """,
              "app/Groups.java",
              """
              package app;
              import org.openjdk.jmh.annotations.*;
              @State(Scope.Group) public class Groups {
                volatile int shared;
                @Group("pair") @GroupThreads(2) @Benchmark public int reader() { return shared; }
                @Group("pair") @Benchmark public void writer() { shared = Helper.help(shared); }
              }
              """,
              "app/Helper.java",
              "package app; class Helper { static int help(int x) { return x + 1; } }"));

  @TempDir Path directory;

  @Test
  void nothingButTheWholeBenchmarkIsReached() throws IOException {
    assertThat(measured(SOURCES)).isEmpty();
  }

  @Test
  void aHelperIsFeltByThoseThatReachIt() throws IOException {
    assertThat(measured(changed("app/Helper.java", "x + 1", "x + 2")))
        .containsExactly("app.Suite.helped", "app.Groups.pair");
  }

  @Test
  void aBenchmarkIsFeltByItselfAlone() throws IOException {
    assertThat(measured(changed("app/Suite.java", "return size +", "return size -")))
        .containsExactly("app.Suite.plain");
    assertThat(measured(changed("app/Suite.java", "helper(size)", "helper(size + 1)")))
        .containsExactly("app.Suite.helped");
  }

  @Test
  void eachMemberOfAGroupIsFelt() throws IOException {
    assertThat(measured(changed("app/Groups.java", "return shared", "return -shared")))
        .containsExactly("app.Groups.pair");
  }

  @Test
  void aSuperclassOfABenchmarkIsFelt() throws IOException {
    assertThat(measured(changed("app/Common.java", "common = 1", "common = 2")))
        .containsExactly("app.Suite.Nested.inside");
  }

  @Test
  void anAnnotationIsFeltByItsBenchmark() throws IOException {
    assertThat(measured(changed("app/Suite.java", "@Fork(2)", "@Fork(3)")))
        .containsExactly("app.Suite.plain");
    assertThat(measured(changed("app/Suite.java", "Mode.DONT_INLINE", "Mode.EXCLUDE")))
        .containsExactly("app.Suite.Nested.inside");
    assertThat(measured(changed("app/Suite.java", "{\"1\", \"10\"}", "{\"1\", \"100\"}")))
        .containsExactly("app.Suite.helped", "app.Suite.plain");
  }

  @Test
  void aBenchmarkMoreIsFeltByNone() throws IOException {
    assertThat(
            measured(
                changed(
                    "app/Suite.java",
                    "private int helper",
                    "@Benchmark public int more() { return new int[] {size}.length; }\n\nprivate int helper")))
        .isEmpty();
  }

  private static Map<String, String> changed(String path, String piece, String by) {
    assertThat(SOURCES.get(path)).contains(piece);
    Map<String, String> changed = new TreeMap<>(SOURCES);
    changed.put(path, SOURCES.get(path).replace(piece, by));
    return changed;
  }

  /** Those that must be measured after the sources have become these. */
  private List<String> measured(Map<String, String> sources) throws IOException {
    Path base = new Jar(Sources.compile(SOURCES, "-processor", PROCESSOR)).write(directory, 1);
    Path head = new Jar(Sources.compile(sources, "-processor", PROCESSOR)).write(directory, 2);
    try (Identities identities = Identities.between(base, head)) {
      return BENCHMARKS.stream()
          .map(benchmark -> identities.of(benchmark, List.of()))
          .peek(identity -> assertThat(identity.unknown()).isEmpty())
          .filter(identity -> !identity.identical())
          .map(Identity::benchmark)
          .toList();
    }
  }
}
