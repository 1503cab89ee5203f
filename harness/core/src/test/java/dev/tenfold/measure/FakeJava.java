package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A home of a JVM whose {@code java} is the real one, but for the host of the probe: in its place
 * it starts {@link FakeHost}, which tells how the benchmarks behave.
 */
public final class FakeJava {
  static final Duration TURN = Duration.ofMillis(20);

  /** Two rounds of warm-up and eight of measurement, where turns are as long as iterations. */
  static final Shape SHAPE = new Shape(2, TURN, 8, TURN);

  private static final String SCRIPT =
      """
      #!/bin/sh
      if [ "$3" = dev.tenfold.probe.Host ]; then
        exec '@JAVA@' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \\
          -cp '@CLASSES@' dev.tenfold.measure.FakeHost '@HOME@' "$2"
      fi
      exec '@JAVA@' "$@"
      """;

  private final Path home;

  private FakeJava(Path home) {
    this.home = home;
  }

  public static FakeJava in(Path home) {
    try {
      Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
      Path classes =
          Path.of(FakeHost.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Files.writeString(
          java,
          SCRIPT
              .replace("@JAVA@", Path.of(System.getProperty("java.home"), "bin", "java").toString())
              .replace("@CLASSES@", classes.toString())
              .replace("@HOME@", home.toString()));
      Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
      return new FakeJava(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static BenchmarkId id(String name) {
    return BenchmarkId.of("a.B." + name, Mode.AVERAGE_TIME, 1, Map.of());
  }

  static Task task(String name) {
    return new Task(id(name), SHAPE);
  }

  public ForkOptions options() {
    return options(Duration.ofSeconds(20));
  }

  public ForkOptions options(Duration patience) {
    return new ForkOptions(
        home,
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(),
        patience);
  }

  /** A file that passes for a jar of benchmarks; its name begins with the side. */
  public BenchmarkJar jar(String name) {
    Path file = home.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("org/openjdk/jmh/runner/Runner.class"));
      zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
      zip.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return BenchmarkJar.at(file);
  }

  /** Both jars, base and head. */
  public Map<Side, BenchmarkJar> jars() {
    return Map.of(Side.BASE, jar("base.jar"), Side.HEAD, jar("head.jar"));
  }

  /** What the jars say that they hold, as the probe writes it. */
  public void lists(String... lines) {
    write("catalogue", List.of(lines));
  }

  /** Makes both jars hold these, all of the common shape. */
  public void holds(String... names) {
    write("catalogue", lines(names));
  }

  /** Makes the jar of one side hold these instead. */
  public void holds(Side side, String... names) {
    write("catalogue-" + side, lines(names));
  }

  private static List<String> lines(String... names) {
    long nanos = TURN.toNanos();
    return Arrays.stream(names)
        .map(name -> "a.B.%s avgt 1 1 2 %d 8 %d".formatted(name, nanos, nanos))
        .toList();
  }

  /** The score of each fork of a benchmark on a side, around and around; 100 if it is not said. */
  public void scores(String name, Side side, double... forks) {
    String levels =
        Arrays.stream(forks).mapToObj(Double::toString).collect(Collectors.joining(" "));
    try {
      Files.writeString(
          home.resolve("levels"),
          "a.B.%s %s %s%n".formatted(name, side, levels),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every fork so far: its side, its benchmark and how many iterations it was asked for. */
  public List<String> forks() {
    return read("log");
  }

  /** How many forks of a benchmark a side was asked for. */
  public long forks(String name, Side side) {
    return forks().stream().filter(f -> f.startsWith("%s a.B.%s ".formatted(side, name))).count();
  }

  /**
   * One turn of one fork.
   *
   * @param side whose it was
   * @param begin in nanoseconds of a clock that both sides read
   * @param end the same
   */
  record Played(String side, long begin, long end) {}

  /** All turns of the forks that came through, in the order in which they began. */
  List<Played> turns() {
    return read("turns").stream()
        .map(line -> line.split(" "))
        .map(f -> new Played(f[0], Long.parseLong(f[2]), Long.parseLong(f[3])))
        .sorted(java.util.Comparator.comparingLong(Played::begin))
        .toList();
  }

  private List<String> read(String file) {
    try {
      Path path = home.resolve(file);
      return Files.exists(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, List<String> lines) {
    try {
      Files.write(home.resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
