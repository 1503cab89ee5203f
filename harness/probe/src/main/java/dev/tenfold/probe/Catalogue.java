package dev.tenfold.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Optional;

/**
 * Lists the benchmarks of the jar on the class path, without loading a class of theirs.
 *
 * <p>One line for each benchmark method and mode, fields separated by spaces, each URL-encoded in
 * UTF-8 so that any text survives:
 *
 * <pre>
 * method mode threads group-size warm-ups warm-up-nanos iterations iteration-nanos [name=value,value...]...
 * </pre>
 *
 * Threads are -1 for as many as the machine has; the group size is 1 where there are no groups;
 * nanoseconds are 0 in single-shot mode; a parameter without any value has no equals sign.
 */
final class Catalogue {
  private static final int MAXIMUM = -1;

  private Catalogue() {}

  static void write(String file) throws IOException {
    OutputFormat silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(new Discard(), false, "UTF-8"), VerboseMode.SILENT);
    StringBuilder lines = new StringBuilder();
    for (BenchmarkListEntry entry :
        BenchmarkList.defaultList().getAll(silent, Collections.<String>emptyList())) {
      append(entry, lines);
    }
    Files.write(Paths.get(file), lines.toString().getBytes("UTF-8"));
  }

  private static void append(BenchmarkListEntry entry, StringBuilder to) throws IOException {
    boolean singleShot = entry.getMode().shortLabel().equals("ss");
    int groupSize = 0;
    for (int threads : entry.getThreadGroups()) {
      groupSize += threads;
    }
    int threads = entry.getThreads().orElse(otherwise("THREADS"));
    to.append(encode(entry.getUsername()));
    to.append(' ').append(entry.getMode().shortLabel());
    to.append(' ').append(Math.max(threads, MAXIMUM));
    to.append(' ').append(Math.max(groupSize, 1));
    String suffix = singleShot ? "_SINGLESHOT" : "";
    to.append(' ');
    to.append(entry.getWarmupIterations().orElse(otherwise("WARMUP_ITERATIONS" + suffix)));
    to.append(' ').append(nanos(entry.getWarmupTime(), Defaults.WARMUP_TIME, singleShot));
    to.append(' ');
    to.append(
        entry.getMeasurementIterations().orElse(otherwise("MEASUREMENT_ITERATIONS" + suffix)));
    to.append(' ').append(nanos(entry.getMeasurementTime(), Defaults.MEASUREMENT_TIME, singleShot));
    Map<String, String[]> params =
        new TreeMap<String, String[]>(
            entry.getParams().orElse(Collections.<String, String[]>emptyMap()));
    for (Map.Entry<String, String[]> param : params.entrySet()) {
      to.append(' ').append(encode(param.getKey()));
      String between = "=";
      for (String value : param.getValue()) {
        to.append(between).append(encode(value));
        between = ",";
      }
    }
    to.append('\n');
  }

  /**
   * What this jar's JMH does where nothing is said. Read as it runs, because a compiler would write
   * the number of the JMH that it compiles against into this class.
   */
  private static int otherwise(String constant) {
    try {
      return Defaults.class.getField(constant).getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This JMH has no default " + constant + ".", e);
    }
  }

  private static long nanos(Optional<TimeValue> time, TimeValue otherwise, boolean singleShot) {
    return singleShot ? 0 : time.orElse(otherwise).convertTo(TimeUnit.NANOSECONDS);
  }

  private static String encode(String text) throws IOException {
    return URLEncoder.encode(text, "UTF-8");
  }

  /** What JMH wants to say about the list while it reads it. */
  private static final class Discard extends OutputStream {
    @Override
    public void write(int b) {}
  }
}
