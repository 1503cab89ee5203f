package dev.tenfold.tests;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/**
 * A project under version control with three benchmarks, which is built by its own script.
 *
 * @param work its work tree
 */
record GateProject(GitWork work) {
  static final String JAR = "target/benchmarks.jar";
  static final String BUILD = "sh build.sh";

  /** All the same work each time, and nothing is allocated: only what is changed takes longer. */
  private static final String SOURCE =
      """
      package gate;

      import java.util.concurrent.TimeUnit;
      import org.openjdk.jmh.annotations.*;

      @State(Scope.Thread)
      @BenchmarkMode(Mode.AverageTime)
      @OutputTimeUnit(TimeUnit.NANOSECONDS)
      @Warmup(iterations = 2, time = 80, timeUnit = TimeUnit.MILLISECONDS)
      @Measurement(iterations = 4, time = 120, timeUnit = TimeUnit.MILLISECONDS)
      public class Gate {
        private long seed = 88172645463325252L;
        private final byte[] bytes = new byte[1000];

        @Benchmark
        public long mixing() {
          long x = seed;
          for (int i = 0; i < ROUNDS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
          }
          seed = x;
          return x;
        }

        @Benchmark
        public int hashing() {
          int hash = 1;
          for (byte b : bytes) {
            hash = STEP;
          }
          return hash;
        }

        @Benchmark
        public int summing() {
          int sum = 0;
          for (byte b : bytes) {
            sum = (sum + b) % 1_000_003;
          }
          return sum;
        }
      }
      """;

  private static final String SCRIPT =
      """
      set -e
      rm -rf target
      mkdir -p target/classes
      "$JDK/bin/javac" -J-XX:TieredStopAtLevel=1 -nowarn -cp "$JMH" -processorpath "$PROCESSOR:$JMH" -d target/classes src/gate/Gate.java
      cp "$JMH" target/benchmarks.jar
      "$JDK/bin/jar" --update --file target/benchmarks.jar -C target/classes .
      """;

  /** On its branch {@code main}, with this policy. */
  static GateProject in(Path directory, String policy) {
    GateProject project = new GateProject(GitWork.init(directory));
    project.work.write(".gitignore", "target/\nreports/\nhome/\nsaid/\ntmp/\n");
    project.work.write("README.md", "Three benchmarks.\n");
    project.work.write("build.sh", SCRIPT);
    project.work.write("tenfold.yaml", policy);
    project.source(10_000, "hash * 31 + b");
    project.work.commit("The base");
    return project;
  }

  /**
   * Writes the benchmarks.
   *
   * @param rounds that one of them makes
   * @param step of another
   */
  void source(int rounds, String step) {
    work.write(
        "src/gate/Gate.java",
        SOURCE.replace("ROUNDS", Integer.toString(rounds)).replace("STEP", step));
  }

  /** The command line in it, with what its script needs. */
  Cli cli() {
    String processor =
        BenchmarkProcessor.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Cli.in(work.directory())
        .with("JDK", System.getProperty("java.home"))
        .with("JMH", FixtureJar.BUILT.toString())
        .with("PROCESSOR", processor);
  }

  /** Builds what is checked out and compares it with where its branch left {@code main}. */
  Ended measured() {
    cli().start(List.of("sh", "build.sh")).ends().exits(0);
    return cli().run("check", "--base-ref", "main", "--base-build", BUILD, JAR);
  }
}
