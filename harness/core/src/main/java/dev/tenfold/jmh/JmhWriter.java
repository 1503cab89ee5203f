package dev.tenfold.jmh;

import dev.tenfold.run.BenchmarkId;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes plain JMH JSON, as existing viewers read it, from the entries of forks that were measured
 * one by one.
 */
public final class JmhWriter {
  private JmhWriter() {}

  /**
   * One entry with the forks of several, as JMH would have written it had it run them all.
   *
   * <p>Scores, errors (99.9 %, Student over all iterations together) and percentiles are computed
   * anew by JMH's formulas from all iterations. A metric that some fork does not have keeps an
   * empty row for it.
   *
   * @param id of the benchmark; its parameters are the true ones, of which JMH drops control
   *     characters
   * @param forks at least one entry of this benchmark, in the order in which they were measured;
   *     not changed
   */
  public static ObjectNode merge(BenchmarkId id, List<ObjectNode> forks) {
    ObjectNode merged = forks.get(0).deepCopy();
    merged.put("forks", forks.size());
    merged.remove("params");
    if (!id.params().isEmpty()) {
      ObjectNode params = merged.putObject("params");
      id.params().forEach(params::put);
    }
    // Set anew, so that they stand behind the parameters, as JMH has it.
    merged.remove(List.of("primaryMetric", "secondaryMetrics"));
    ForkMerge merge = new ForkMerge(id, forks);
    merged.set("primaryMetric", merge.primary());
    ObjectNode secondary = merged.putObject("secondaryMetrics");
    SortedSet<String> names = new TreeSet<>();
    forks.forEach(fork -> names.addAll(fork.path("secondaryMetrics").propertyNames()));
    names.forEach(name -> secondary.set(name, merge.secondary(name)));
    return merged;
  }

  /** Writes entries as a file of JMH's; the stream stays open. */
  public static void write(List<ObjectNode> entries, OutputStream out) {
    try (JsonGenerator json = JsonLayout.generator(out)) {
      json.writeStartArray();
      entries.forEach(json::writeTree);
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }
}
