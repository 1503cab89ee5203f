package dev.tenfold.measure;

import dev.tenfold.run.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked of every fork. What is empty here stays as the benchmark's annotations say.
 *
 * @param java home of the JVM to measure in
 * @param warmups JMH's {@code -wi}
 * @param warmupTime JMH's {@code -w}
 * @param iterations JMH's {@code -i}
 * @param iterationTime JMH's {@code -r}
 * @param jvmArgsAppend JMH's {@code -jvmArgsAppend}, one argument each, without quotation marks
 * @param patience how long a fork may take beyond three times its iterations before it is taken to
 *     hang; it covers starting JVMs, set-up and tear-down
 */
public record ForkOptions(
    Path java,
    OptionalInt warmups,
    Optional<Duration> warmupTime,
    OptionalInt iterations,
    Optional<Duration> iterationTime,
    List<String> jvmArgsAppend,
    Duration patience) {

  /** Long enough for a set-up that starts a database. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  public ForkOptions {
    jvmArgsAppend = List.copyOf(jvmArgsAppend);
    for (String arg : jvmArgsAppend) {
      if (arg.contains("\"")) {
        throw new InputException(
            "The JVM argument %s holds a quotation mark, which JMH does not hand on. Put it into a file: @FILE."
                .formatted(arg));
      }
    }
  }

  /** Everything as the benchmarks declare it. */
  public static ForkOptions declared(Path java) {
    return new ForkOptions(
        java,
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(),
        PATIENCE);
  }

  /** The same with further arguments for the JVM. */
  public ForkOptions with(List<String> jvmArgs) {
    List<String> all = new ArrayList<>(jvmArgsAppend);
    all.addAll(jvmArgs);
    return new ForkOptions(java, warmups, warmupTime, iterations, iterationTime, all, patience);
  }

  /** The {@code java} command. */
  public Path javaCommand() {
    return java.resolve("bin").resolve("java");
  }

  /** The shape of a fork whose annotations declare another. */
  Shape shape(Shape declared) {
    boolean singleShot = declared.iterationTime().isZero();
    return new Shape(
        warmups.orElse(declared.warmups()),
        singleShot ? Duration.ZERO : warmupTime.orElse(declared.warmupTime()),
        iterations.orElse(declared.iterations()),
        singleShot ? Duration.ZERO : iterationTime.orElse(declared.iterationTime()));
  }

  /** When a fork of this shape is given up. */
  Duration deadline(Shape shape) {
    return shape.total().multipliedBy(3).plus(patience);
  }
}
