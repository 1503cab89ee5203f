package dev.tenfold.check;

import dev.tenfold.compare.SessionSpread;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/** Learns from kept sessions how far two sessions of one machine come to lie apart. */
final class Spread {
  /** With fewer, an estimate of their spread is worth less than a stated one. */
  private static final int ENOUGH = 3;

  private Spread() {}

  static SessionSpread of(List<Run> sessions) {
    Map<BenchmarkId, List<Double>> levels = new HashMap<>();
    // The same run kept twice is no second look at the machine.
    for (Run session : new LinkedHashSet<>(sessions)) {
      for (Result result : session.results()) {
        levels.computeIfAbsent(result.id(), id -> new ArrayList<>()).add(level(result));
      }
    }
    Map<BenchmarkId, SessionSpread.Spread> known = new HashMap<>();
    levels.forEach(
        (id, ofOne) -> {
          double[] values = ofOne.stream().mapToDouble(v -> v).filter(Double::isFinite).toArray();
          if (values.length >= ENOUGH) {
            double sd = Math.sqrt(new Variance().evaluate(values));
            known.put(id, new SessionSpread.Spread(sd, values.length - 1.0));
          }
        });
    return SessionSpread.estimated(known);
  }

  /** Not finite where a score is not positive; such a benchmark has no level on this scale. */
  private static double level(Result result) {
    return result.score().forks().stream()
        .mapToDouble(Fork::quartile)
        .map(Math::log)
        .average()
        .orElse(Double.NaN);
  }
}
