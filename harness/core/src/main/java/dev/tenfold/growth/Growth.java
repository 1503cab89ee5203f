package dev.tenfold.growth;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.stats.Contrast;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the time of a benchmark grows with one of its parameters.
 *
 * @param largest the benchmark at its largest size
 * @param param the parameter that is the size
 * @param sizes its values, ascending; at least 3
 * @param base how the base grows; empty if there is none to compare with
 * @param head how the head grows
 * @param steeper by how much faster the head grows: the slope of ln(head time / base time) over
 *     ln(size), which is 1 where a linear benchmark has become quadratic; empty where the two were
 *     not compared at each size
 */
public record Growth(
    BenchmarkId largest,
    String param,
    List<Double> sizes,
    Optional<Fit> base,
    Fit head,
    Optional<Contrast> steeper) {
  public Growth {
    sizes = List.copyOf(sizes);
  }

  /** The benchmark without its size. */
  public BenchmarkId family() {
    return without(largest, param);
  }

  /** The size at which a benchmark measures this growth; empty if it is none of those that do. */
  public OptionalDouble sizeOf(BenchmarkId id) {
    return without(id, param).equals(family())
        ? Growths.size(id.params().get(param))
        : OptionalDouble.empty();
  }

  static BenchmarkId without(BenchmarkId id, String param) {
    SortedMap<String, String> others = new TreeMap<>(id.params());
    others.remove(param);
    return new BenchmarkId(id.method(), id.mode(), id.threads(), others);
  }

  /**
   * The slope that {@link #steeper} would have if both sides grew exactly as their orders say:
   * positive if that of the head is the faster; 0 without a base.
   */
  public double expectedSteeper() {
    double[] logs = sizes.stream().mapToDouble(Math::log).toArray();
    double middle = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (int i = 0; i < logs.length; i++) {
      double size = sizes.get(i);
      double apart = base.map(fit -> head.order().log(size) - fit.order().log(size)).orElse(0.0);
      above += (logs[i] - middle) * apart;
      below += (logs[i] - middle) * (logs[i] - middle);
    }
    return above / below;
  }
}
