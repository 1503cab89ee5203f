package dev.tenfold.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class HistogramTest {

  /** The oracle is the library that JMH itself uses for lists. */
  @Test
  void statisticsAreThoseOfTheListOfAllNumbers() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      double[] list = random.doubles(2 + random.nextInt(60)).map(x -> Math.floor(x * 20)).toArray();
      Histogram histogram = new Histogram();
      Arrays.stream(list).forEach(value -> histogram.add(value, 1));
      DescriptiveStatistics oracle = new DescriptiveStatistics(list);

      assertThat(histogram.size()).isEqualTo(list.length);
      assertThat(histogram.sum()).isCloseTo(oracle.getSum(), within(1e-9));
      assertThat(histogram.mean()).isCloseTo(oracle.getMean(), within(1e-9));
      assertThat(histogram.deviation()).isCloseTo(oracle.getStandardDeviation(), within(1e-9));
      assertThat(histogram.min()).isEqualTo(oracle.getMin());
      assertThat(histogram.max()).isEqualTo(oracle.getMax());
      for (double rank : new double[] {0.1, 10, 50, 90, 99, 99.9, 100}) {
        assertThat(histogram.percentile(rank))
            .isCloseTo(new Percentile().evaluate(list, rank), within(1e-9));
      }
      assertThat(histogram.percentile(0)).isEqualTo(oracle.getMin());
    }
  }

  @Test
  void countsAreAsGoodAsRepetitions() {
    Histogram histogram = new Histogram();
    histogram.add(2, 3);
    histogram.add(5, 0);
    histogram.add(4, 1);

    assertThat(histogram.size()).isEqualTo(4);
    assertThat(histogram.distinct()).isEqualTo(2);
    assertThat(histogram.mean()).isEqualTo(2.5);
    assertThat(histogram.percentile(50)).isEqualTo(2);
    assertThat(histogram.percentile(70)).isEqualTo(3);
  }

  @Test
  void nothingHasNoStatistics() {
    Histogram histogram = new Histogram();

    assertThat(histogram.mean()).isNaN();
    assertThat(histogram.percentile(50)).isNaN();
    assertThat(histogram.deviation()).isNaN();
    assertThat(histogram.max()).isNaN();
  }
}
