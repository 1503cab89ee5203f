package dev.tenfold.measure;

import dev.tenfold.jmh.JmhReader;
import dev.tenfold.jmh.JmhWriter;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was measured on one side, as a run and as the JMH JSON that other tools read.
 *
 * @param run the results and the failures
 * @param entries plain JMH, one for each result
 */
public record Measured(Run run, List<ObjectNode> entries) {

  static Measured of(
      Origin origin,
      SortedMap<BenchmarkId, Taken> forks,
      Map<BenchmarkId, String> reasons,
      Looks looks) {
    SortedMap<BenchmarkId, String> failures = new TreeMap<>(reasons);
    List<ObjectNode> entries = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    forks.forEach(
        (id, taken) -> {
          ObjectNode entry = JmhWriter.merge(id, taken.entries());
          try {
            results.add(JmhReader.result(entry).under(taken.circumstances(looks)));
            entries.add(entry);
          } catch (InputException unusable) {
            // JMH ran to its end and yet gave, say, a score that is no number.
            failures.putIfAbsent(id, unusable.getMessage());
          }
        });
    List<Failure> missing = new ArrayList<>();
    failures.forEach((id, reason) -> missing.add(new Failure(id, reason)));
    return new Measured(new Run(origin, results, missing), entries);
  }
}
