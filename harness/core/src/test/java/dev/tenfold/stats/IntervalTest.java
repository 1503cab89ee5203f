package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void bothEndsBelongToIt() {
    Interval interval = new Interval(-1, 3);
    assertThat(interval.contains(-1)).isTrue();
    assertThat(interval.contains(3)).isTrue();
    assertThat(interval.contains(Math.nextUp(3))).isFalse();
    assertThat(interval.contains(Math.nextDown(-1))).isFalse();
    assertThat(interval.contains(Double.NaN)).isFalse();
    assertThat(interval.halfWidth()).isEqualTo(2);
  }

  @Test
  void logarithmsBecomeRatios() {
    Interval ratios = new Interval(Math.log(0.5), Math.log(4)).map(Math::exp);
    assertThat(ratios.low()).isCloseTo(0.5, within(1e-15));
    assertThat(ratios.high()).isCloseTo(4, within(1e-15));
  }

  @Test
  void refusesEndsOutOfOrderAndSoAFallingMap() {
    assertThatThrownBy(() -> new Interval(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
    Interval interval = new Interval(1, 2);
    assertThatThrownBy(() -> interval.map(x -> -x)).isInstanceOf(IllegalArgumentException.class);
  }
}
