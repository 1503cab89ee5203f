package dev.tenfold.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Plain JMH JSON, written by hand. */
final class JmhJson {
  private JmhJson() {}

  /**
   * A file with one benchmark, {@code x.Bench.time} in ns/op, and these iterations of its forks.
   */
  static Path write(Path file, double[]... forks) {
    try {
      return Files.writeString(file, "[" + entry("x.Bench.time", forks) + "]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One benchmark of a file. */
  static String entry(String benchmark, double[]... forks) {
    return """
        {"benchmark": "%s", "mode": "avgt", "threads": 1, "forks": %d,
          "warmupIterations": 1, "warmupTime": "1 s", "warmupBatchSize": 1,
          "measurementIterations": %d, "measurementTime": "1 s", "measurementBatchSize": 1,
          "primaryMetric": {"score": 1.0, "scoreUnit": "ns/op", "rawData": %s},
          "secondaryMetrics": {}}"""
        .formatted(benchmark, forks.length, forks[0].length, Arrays.deepToString(forks));
  }

  /** One fork. */
  static double[] fork(double... iterations) {
    return iterations;
  }
}
