package dev.tenfold.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.report.Figures;
import dev.tenfold.run.Unit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

  @Test
  void everyNumberHasItsPlaceBetweenTheEnds() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      double scale = Math.pow(10, 400 * random.nextDouble() - 200);
      double[] values = random.doubles(4, -scale, scale).toArray();
      Axis axis = Axis.around(values, 0.01 * scale);
      for (double value : values) {
        assertThat(axis.holds(value) || Math.abs(value) >= 1e200).isTrue();
        assertThat(axis.at(value)).isBetween(0.0, 1.0);
      }
      List<Tick> ticks = Tick.levels(axis, 100, Figures.of(Unit.of("ns/op"), scale));
      assertThat(ticks).hasSizeBetween(1, 6);
      assertThat(ticks)
          .allSatisfy(t -> assertThat(Double.parseDouble(t.y())).isBetween(0.0, 100.0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3, 7e-300, 1e15, 1.7e308, -1.7e308})
  void oneNumberAloneIsInTheMiddle(double value) {
    Axis axis = Axis.around(new double[] {value, value}, 0);
    boolean drawn = Math.abs(value) < 1e200;
    assertThat(axis.at(value)).isCloseTo(drawn ? 0.5 : value > 0 ? 1 : 0, within(1e-6));
    assertThat(Tick.levels(axis, 100, Figures.of(Unit.of("B/op"), value))).hasSizeLessThan(7);
  }

  @Test
  void whatIsInfiniteLiesAtItsEnd() {
    Axis axis = Axis.around(new double[] {1, 2, Double.POSITIVE_INFINITY, Double.NaN}, 0.1);
    assertThat(axis.high()).isLessThan(2.2);
    assertThat(axis.at(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(axis.at(Double.NEGATIVE_INFINITY)).isZero();
  }

  @Test
  void coordinatesAreShortAndTheSameEverywhere() {
    assertThat(Axis.coordinate(12.5)).isEqualTo("12.5");
    assertThat(Axis.coordinate(33.333333)).isEqualTo("33.33");
    assertThat(Axis.coordinate(100)).isEqualTo("100");
    assertThat(Axis.coordinate(-0.001)).isEqualTo("0");
  }

  @Test
  void changesAreWrittenInPerCentAtTheirLogarithms() {
    List<Tick> ticks = Tick.changes(new Axis(Math.log(0.75), Math.log(1.25)), 100);
    assertThat(ticks).extracting(Tick::text).containsExactly("-20 %", "0 %", "+20 %");
    assertThat(Double.parseDouble(ticks.get(1).y())).isBetween(40.0, 50.0);
  }
}
