package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** What holds of a correction whatever the p-values are. */
class MultiplicityProperties {

  @Property
  void aCorrectionOnlyEverRaises(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> raw) {
    double[] p = raw.stream().mapToDouble(Double::doubleValue).toArray();
    double[] holm = Multiplicity.holm(p);
    double[] hochberg = Multiplicity.benjaminiHochberg(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(hochberg[i]).isBetween(p[i], 1.0);
      // Control of any false discovery costs at least as much as control of their share.
      assertThat(holm[i]).isBetween(hochberg[i] * (1 - 1e-12), 1.0);
    }
  }

  @Property
  void aCorrectionKeepsTheOrder(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(max = 1) Double> raw) {
    double[] sorted = raw.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] holm = Multiplicity.holm(sorted);
    double[] ordered = holm.clone();
    Arrays.sort(ordered);
    assertThat(holm).containsExactly(ordered);
  }
}
