package dev.tenfold.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Compares the speed of reading results with that of Jackson alone on the same file: {@code java
 * dev.tenfold.jmh.ReadingSpeed FILE}; the file is made, 10,000 benchmarks of 5 forks of 20
 * iterations, if it is not there. The rounds alternate, processor time is taken (the machine may be
 * busy), and the median counts.
 */
public final class ReadingSpeed {
  private static final int ROUNDS = 31;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ReadingSpeed() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    if (!Files.exists(file)) {
      BigFile.generate(file, 10_000, 5, 20);
    }
    double[][] seconds = new double[3][ROUNDS];
    double sink = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      sink += tokens(file, false);
      long tokens = THREADS.getCurrentThreadCpuTime();
      sink += tokens(file, true);
      long numbers = THREADS.getCurrentThreadCpuTime();
      List<Object> results = new ArrayList<>();
      JmhReader.read(file, Detail.SUMMARY, results::add);
      long end = THREADS.getCurrentThreadCpuTime();
      sink += results.size();
      seconds[0][round] = (tokens - begin) / 1e9;
      seconds[1][round] = (numbers - tokens) / 1e9;
      seconds[2][round] = (end - numbers) / 1e9;
    }
    double megabytes = Files.size(file) / 1e6;
    double[] median =
        Arrays.stream(seconds)
            .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[ROUNDS / 2])
            .toArray();
    System.out.printf(
        "%.1f MB (sink %.1f)%nJackson, tokens only:       %.3f s %.0f MB/s%nJackson, with the "
            + "numbers:  %.3f s %.0f MB/s%n"
            + "JmhReader, SUMMARY:         %.3f s %.0f MB/s, %.2f and %.2f times as long%n",
        megabytes,
        sink,
        median[0],
        megabytes / median[0],
        median[1],
        megabytes / median[1],
        median[2],
        megabytes / median[2],
        median[2] / median[0],
        median[2] / median[1]);
  }

  private static double tokens(Path file, boolean numbers) throws IOException {
    double sum = 0;
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      for (JsonToken at = parser.nextToken(); at != null; at = parser.nextToken()) {
        if (numbers && at.isNumeric()) {
          sum += parser.getDoubleValue();
        }
      }
    }
    return sum;
  }
}
