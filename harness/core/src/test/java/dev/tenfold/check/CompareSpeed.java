package dev.tenfold.check;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Terms;
import dev.tenfold.jmh.BigFile;
import dev.tenfold.jmh.Detail;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.TextTable;
import dev.tenfold.run.Run;
import dev.tenfold.store.RunFile;
import dev.tenfold.terminal.Style;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Compares the time of a whole comparison (read both files, compare, judge, write the table) with
 * that of a plain Jackson parse of the same two files: {@code java dev.tenfold.check.CompareSpeed
 * BASE HEAD}. Files that are not there are made, 10,000 benchmarks of 5 forks of 20 iterations. The
 * rounds alternate in one thread, processor time is taken, and the median and quartiles are
 * printed.
 */
public final class CompareSpeed {
  private static final int ROUNDS = 21;

  private CompareSpeed() {}

  public static void main(String[] args) throws IOException {
    Path base = Path.of(args[0]);
    Path head = Path.of(args[1]);
    for (Path file : new Path[] {base, head}) {
      if (!Files.exists(file)) {
        BigFile.generate(file, 10_000, 5, 20);
      }
    }
    double[] parse = new double[ROUNDS];
    double[] compare = new double[ROUNDS];
    double sink = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = now();
      sink += parse(base) + parse(head);
      long between = now();
      sink += compare(base, head);
      parse[round] = (between - begin) / 1e9;
      compare[round] = (now() - between) / 1e9;
    }
    double megabytes = (Files.size(base) + Files.size(head)) / 1e6;
    print("plain Jackson parse", parse, megabytes);
    print("tenfold compare", compare, megabytes);
    double[] ratio = new double[ROUNDS];
    Arrays.setAll(ratio, i -> compare[i] / parse[i]);
    Arrays.sort(ratio);
    System.out.printf(
        Locale.ROOT,
        "ratio %.2f [%.2f, %.2f]; peak heap at most %.0f MB (sink %.0f)%n",
        ratio[ROUNDS / 2],
        ratio[ROUNDS / 4],
        ratio[3 * ROUNDS / 4],
        peak() / 1e6,
        sink);
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static void print(String what, double[] seconds, double megabytes) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-20s %.3f s [%.3f, %.3f] of processor time for %.1f MB: %.0f MB/s%n",
        what,
        sorted[ROUNDS / 2],
        sorted[ROUNDS / 4],
        sorted[3 * ROUNDS / 4],
        megabytes,
        megabytes / sorted[ROUNDS / 2]);
  }

  private static double compare(Path base, Path head) throws IOException {
    Run was = RunFile.read(base, Detail.SUMMARY);
    Run is = RunFile.read(head, Detail.SUMMARY);
    Terms terms = Terms.stored(Set.of(), SessionSpread.NONE);
    Verdict verdict = new Judge(Policy.standard()).verdict(Comparer.compare(was, is, terms));
    StringBuilder table = new StringBuilder();
    new TextTable(Style.PLAIN, 120, false).write(verdict, table);
    return table.length();
  }

  private static double parse(Path file) throws IOException {
    double sum = 0;
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      for (JsonToken at = parser.nextToken(); at != null; at = parser.nextToken()) {
        if (at.isNumeric()) {
          sum += parser.getDoubleValue();
        }
      }
    }
    return sum;
  }
}
