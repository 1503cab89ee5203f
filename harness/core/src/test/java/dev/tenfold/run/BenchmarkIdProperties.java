package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The canonical text stands for the identity, whatever the parameters hold. */
class BenchmarkIdProperties {

  @Property
  void differentParametersHaveDifferentTexts(
      @ForAll Map<String, String> some, @ForAll Map<String, String> others) {
    BenchmarkId left = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, some);
    BenchmarkId right = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, others);
    assertThat(left.text().equals(right.text())).isEqualTo(some.equals(others));
  }

  @Property
  void theOrderAgreesWithIdentity(
      @ForAll Map<String, String> some, @ForAll Map<String, String> others) {
    BenchmarkId left = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, some);
    BenchmarkId right = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 1, others);
    assertThat(left.compareTo(right) == 0).isEqualTo(left.equals(right));
    assertThat(Integer.signum(left.compareTo(right)))
        .isEqualTo(-Integer.signum(right.compareTo(left)));
  }
}
