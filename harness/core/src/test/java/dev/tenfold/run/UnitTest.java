package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.run.Unit.Dimension;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTest {
  private static final List<String> KNOWN =
      List.of(
          "ns/op",
          "us/op",
          "\u00b5s/op",
          "\u03bcs/op",
          "ms/op",
          "s/op",
          "min/op",
          "hr/op",
          "day/op",
          "ops/ns",
          "ops/us",
          "ops/ms",
          "ops/s",
          "ops/min",
          "ops/day",
          "B/op",
          "KB/op",
          "MB/op");

  private static double factor(String from, String to) {
    return Unit.of(from).factorTo(Unit.of(to)).orElseThrow();
  }

  @Test
  void convertsWithinADimension() {
    assertThat(factor("ms/op", "ns/op")).isCloseTo(1e6, within(1e-3));
    assertThat(factor("\u00b5s/op", "us/op")).isEqualTo(1);
    assertThat(factor("min/op", "s/op")).isEqualTo(60);
    assertThat(factor("KB/op", "B/op")).isEqualTo(1024);
  }

  @Test
  void aThroughputConvertsTheOtherWayRound() {
    // 1 operation a millisecond is 1000 a second.
    assertThat(factor("ops/ms", "ops/s")).isCloseTo(1e3, within(1e-9));
    assertThat(factor("ops/s", "ops/min")).isCloseTo(60, within(1e-9));
  }

  @Test
  void thereAndBackIsOne() {
    for (String from : KNOWN) {
      for (String to : KNOWN) {
        Unit.of(from)
            .factorTo(Unit.of(to))
            .ifPresent(f -> assertThat(f * factor(to, from)).isCloseTo(1, within(1e-12)));
      }
    }
  }

  @Test
  void dimensionsDoNotConvertIntoEachOther() {
    assertThat(Unit.of("ns/op").factorTo(Unit.of("ops/s"))).isEmpty();
    assertThat(Unit.of("B/op").factorTo(Unit.of("ns/op"))).isEmpty();
    assertThat(Unit.of("MB/sec").factorTo(Unit.of("B/op"))).isEmpty();
  }

  @Test
  void anUnknownUnitConvertsToItselfAlone() {
    assertThat(factor("counts", "counts")).isEqualTo(1);
    assertThat(Unit.of("counts").factorTo(Unit.of("ms"))).isEmpty();
    assertThat(Unit.of("/op").dimension()).isEqualTo(Dimension.OTHER);
    assertThat(Unit.of("").dimension()).isEqualTo(Dimension.OTHER);
    assertThat(Unit.of("parsec/op").dimension()).isEqualTo(Dimension.OTHER);
  }

  @Test
  void eachDimensionHasItsDirection() {
    assertThat(Unit.of("ms/op").dimension().better()).isEqualTo(Better.LOWER);
    assertThat(Unit.of("ops/us").dimension().better()).isEqualTo(Better.HIGHER);
    assertThat(Unit.of("B/op").dimension().better()).isEqualTo(Better.LOWER);
    assertThat(Unit.of("MB/sec").dimension().better()).isEqualTo(Better.NEITHER);
  }

  @Test
  void refusesAScaleThatIsNotPositive() {
    for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Unit("x", Dimension.OTHER, scale));
    }
  }
}
