package dev.tenfold.measure;

import dev.tenfold.run.InputException;
import dev.tenfold.run.Mode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks a jar, by its host, which benchmarks it holds. */
final class Catalogue {
  private Catalogue() {}

  /**
   * The benchmarks of a jar, in the order of its list.
   *
   * @param patience how long it may take
   * @throws InputException if the jar's JMH cannot list them
   */
  static List<Benchmark> of(BenchmarkJar jar, Host host, Workspace workspace, Duration patience) {
    Path answer = workspace.file("catalogue.txt");
    Host.Ending ending = host.ask(List.of("list", answer.toString()), patience);
    if (ending.exitCode() != 0) {
      throw new InputException(
          "%s does not list its benchmarks: %s".formatted(jar.path(), ending.reason()));
    }
    try {
      return Files.readAllLines(answer, StandardCharsets.UTF_8).stream()
          .map(Catalogue::parse)
          .toList();
    } catch (IOException e) {
      throw new InputException(
          "The list of benchmarks of %s cannot be read: %s".formatted(jar.path(), e.getMessage()),
          e);
    }
  }

  private static Benchmark parse(String line) {
    String[] fields = line.split(" ");
    SortedMap<String, List<String>> params = new TreeMap<>();
    Arrays.stream(fields)
        .skip(8)
        .map(field -> field.split("=", 2))
        .forEach(
            param ->
                params.put(decode(param[0]), param.length == 1 ? List.of() : values(param[1])));
    return new Benchmark(
        decode(fields[0]),
        Mode.of(fields[1]),
        Integer.parseInt(fields[2]),
        Integer.parseInt(fields[3]),
        new Shape(
            Integer.parseInt(fields[4]),
            Duration.ofNanos(Long.parseLong(fields[5])),
            Integer.parseInt(fields[6]),
            Duration.ofNanos(Long.parseLong(fields[7]))),
        params);
  }

  private static List<String> values(String encoded) {
    return Arrays.stream(encoded.split(",", -1)).map(Catalogue::decode).toList();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
