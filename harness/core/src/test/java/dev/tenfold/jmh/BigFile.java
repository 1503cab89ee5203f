package dev.tenfold.jmh;

import dev.tenfold.run.Fork;
import dev.tenfold.run.Result;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes result files as large as one likes and reads them, for measuring memory: {@code java
 * -Xmx256m dev.tenfold.jmh.BigFile FILE BENCHMARKS FORKS ITERATIONS} makes the file if it is not
 * there, reads it as summaries, keeps every result, and prints time, speed and the peak of the
 * heap.
 */
public final class BigFile {
  private BigFile() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    if (!Files.exists(file)) {
      int iterations = Integer.parseInt(args[3]);
      generate(file, Integer.parseInt(args[1]), Integer.parseInt(args[2]), iterations);
    }
    long begin = System.nanoTime();
    List<Result> results = new ArrayList<>();
    JmhReader.read(file, Detail.SUMMARY, results::add);
    double seconds = (System.nanoTime() - begin) / 1e9;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    double megabytes = Files.size(file) / 1e6;
    long forks = results.stream().mapToLong(result -> result.score().forks().size()).sum();
    double mean =
        results.stream()
            .flatMap(result -> result.score().forks().stream())
            .mapToDouble(Fork::mean)
            .average()
            .orElseThrow();
    System.out.printf(
        "%d results, %d forks, mean %.4f: %.0f MB in %.2f s, %.0f MB/s, peak heap at most %.0f MB "
            + "of %.0f MB%n",
        results.size(),
        forks,
        mean,
        megabytes,
        seconds,
        megabytes / seconds,
        peak / 1e6,
        Runtime.getRuntime().maxMemory() / 1e6);
  }

  /** Writes a file in JMH's own layout, one number a line, with an allocation rate beside it. */
  public static void generate(Path file, int benchmarks, int forks, int iterations)
      throws IOException {
    Random random = new Random(7);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("[\n");
      for (int i = 0; i < benchmarks; i++) {
        out.write(i > 0 ? ",\n" : "");
        entry(out, i, forks);
        double level = 10 + 1000 * random.nextDouble();
        metric(out, level, "ns/op", forks, iterations, random);
        out.write("        },\n        \"secondaryMetrics\" : {\n        }\n    }");
      }
      out.write("\n]\n");
    }
  }

  private static void entry(BufferedWriter out, int number, int forks) throws IOException {
    out.write(
        """
            {
                "jmhVersion" : "1.37",
                "benchmark" : "org.example.benchmarks.Suite%d.measure%d",
                "mode" : "avgt",
                "threads" : 1,
                "forks" : %d,
                "jvm" : "/usr/lib/jvm/java-17/bin/java",
                "jvmArgs" : [
                    "-Xmx1g"
                ],
                "jdkVersion" : "17.0.15",
                "vmName" : "OpenJDK 64-Bit Server VM",
                "vmVersion" : "17.0.15+6",
                "warmupIterations" : 5,
                "warmupTime" : "1 s",
                "warmupBatchSize" : 1,
                "measurementIterations" : 20,
                "measurementTime" : "1 s",
                "measurementBatchSize" : 1,
                "params" : {
                    "size" : "%d"
                },
                "primaryMetric" : {
        """
            .formatted(number / 100, number / 4, forks, number % 4));
  }

  private static void metric(
      BufferedWriter out, double level, String unit, int forks, int iterations, Random random)
      throws IOException {
    out.write("            \"score\" : " + level + ",\n");
    out.write("            \"scoreError\" : " + level / 50 + ",\n");
    out.write(
        "            \"scoreConfidence\" : [\n                1.0,\n                2.0\n         "
            + "   ],\n");
    out.write("            \"scorePercentiles\" : {\n");
    for (String rank :
        List.of("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999")) {
      out.write("                \"" + rank + "\" : " + level * (1 + random.nextDouble()) + ",\n");
    }
    out.write("                \"100.0\" : " + level + "\n            },\n");
    out.write("            \"scoreUnit\" : \"" + unit + "\",\n            \"rawData\" : [\n");
    for (int fork = 0; fork < forks; fork++) {
      out.write("                [\n");
      for (int iteration = 0; iteration < iterations; iteration++) {
        double score = level * (1 + 0.01 * random.nextGaussian());
        out.write("                    " + score + (iteration + 1 < iterations ? ",\n" : "\n"));
      }
      out.write(fork + 1 < forks ? "                ],\n" : "                ]\n");
    }
    out.write("            ]\n");
  }
}
