package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.Unit;
import dev.tenfold.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "ns/op, 0.43214, 0.4321 ns/op",
    "ns/op, 12.344, 12.34 ns/op",
    "ns/op, 999.96, 1000 ns/op",
    "ns/op, 1234.4, 1.234 us/op",
    "us/op, 0.5, 500.0 ns/op",
    "ms/op, 1500, 1.500 s/op",
    "min/op, 2, 120.0 s/op",
    "ops/us, 12.344, 12.34M ops/s",
    "ops/s, 999, 999.0 ops/s",
    "ops/s, 1500, 1.500k ops/s",
    "ops/ns, 3, 3.000G ops/s",
    "ops/s, 0.0125, 0.01250 ops/s",
    "B/op, 24.0003, 24 B/op",
    "B/op, 10239, 10239 B/op",
    "B/op, 10240, 10.00 KiB/op",
    "MB/op, 3, 3.000 MiB/op",
    "B/op, 0.0321, 0.03 B/op",
    "B/op, 0.00001, 0 B/op",
    "ns/op, 0, 0 ns/op",
    "ops/fortnight|x, 123456.7, 123457 ops/fortnight?x",
    "www.evil.example @x GH-1, 1, 1.000 www?evil?example ?x GH?1",
    "things, 1.2345e-20, 1.234E-20 things",
  })
  void writesANumberInTheUnitInWhichItIsRead(String unit, double value, String expected) {
    Figures figures = Figures.of(Unit.of(unit), value);
    assertThat(figures.number(value) + figures.unit()).isEqualTo(expected);
  }

  @Test
  void writesBothSidesInTheUnitOfThePivot() {
    Figures figures = Figures.of(Unit.of("ns/op"), 900);
    assertThat(figures.number(1_100)).isEqualTo("1100");
    assertThat(figures.unit()).isEqualTo(" ns/op");
  }

  @ParameterizedTest
  @CsvSource({
    "0.124, 0.101, 0.148, '+12.4 % [+10.1, +14.8]'",
    "-0.263, -0.279, -0.245, '-26.3 % [-27.9, -24.5]'",
    "0.0302, 0.0299, 0.0305, '+3.02 % [+2.99, +3.05]'",
    "0.0000001, -0.02, 0.02, '0.0 % [-2.0, +2.0]'",
    "51999, 40000, 60000, '+5199900 % [+4000000, +6000000]'",
    "0.5, -1, Infinity, '+50 % [-100, +inf]'",
  })
  void writesARelativeChangeWithItsInterval(
      double change, double low, double high, String expected) {
    assertThat(Figures.percent(change, new Interval(low, high))).isEqualTo(expected);
  }

  @Test
  void writesAnAbsoluteChangeInAUnitOfItsOwnSize() {
    String text = Figures.difference(24, new Interval(23.9, 24.1), Unit.of("B/op"));
    assertThat(text).isEqualTo("+24 B/op [+23.9, +24.1]");
    String large = Figures.difference(-4e6, new Interval(-5e6, -3e6), Unit.of("B/op"));
    assertThat(large).isEqualTo("-3.815 MiB/op [-4.768, -2.861]");
  }

  @ParameterizedTest
  @CsvSource({"0.05, 5 %", "0.005, 0.5 %", "0.125, 12.5 %", "0.1, 10 %", "NaN, ? %"})
  void writesAShareAsShortAsItCanBe(double fraction, String expected) {
    assertThat(Figures.share(fraction)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 16", "0.25, 0.25", "1000, 1000"})
  void writesAChosenNumberAsItWasChosen(double value, String expected) {
    assertThat(Figures.exact(value)).isEqualTo(expected);
  }
}
