package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricTest {
  @Test
  void theDirectionOfAScoreIsThatOfItsMode() {
    for (Mode mode : Mode.values()) {
      Better expected = mode == Mode.THROUGHPUT ? Better.HIGHER : Better.LOWER;
      // Whatever the unit says: a group's throughput may be given in something of its own.
      assertThat(Metric.score(mode, Unit.of("ns/op")).better()).isEqualTo(expected);
      assertThat(Metric.score(mode, Unit.of("ops/s")).better()).isEqualTo(expected);
    }
  }

  @Test
  void theDirectionOfASecondaryMetricIsThatOfItsUnit() {
    assertThat(Metric.secondary(Metric.ALLOCATION, Unit.of("B/op")).better())
        .isEqualTo(Better.LOWER);
    assertThat(Metric.secondary("gc.count", Unit.of("counts")).better()).isEqualTo(Better.NEITHER);
  }

  @Test
  void theScoreStandsFirst() {
    Metric score = Metric.score(Mode.AVERAGE_TIME, Unit.of("ns/op"));
    Metric before = Metric.secondary("a", Unit.of("B/op"));
    Metric behind = Metric.secondary("z", Unit.of("B/op"));
    assertThat(Stream.of(behind, score, before).sorted()).containsExactly(score, before, behind);
  }

  @Test
  void modesAreKnownByJmhsOwnLabels() {
    for (Mode mode : Mode.values()) {
      assertThat(Mode.of(mode.label())).isEqualTo(mode);
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Mode.of("AverageTime"))
        .withMessageContaining("\"AverageTime\"")
        .withMessageContaining("thrpt, avgt, sample, ss");
  }

  @Test
  void aMetricHasAName() {
    assertThatIllegalArgumentException().isThrownBy(() -> Metric.secondary("", Unit.of("B/op")));
  }
}
