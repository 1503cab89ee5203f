package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenfold.run.Conditions.Processor;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static Conditions with(OptionalDouble waited, OptionalDouble throttled) {
    return new Conditions(
        Duration.ofSeconds(1),
        Processor.UNKNOWN,
        waited,
        throttled,
        OptionalLong.empty(),
        NONE,
        OptionalInt.empty());
  }

  @Test
  void whatIsNotToldIsUnknownAndNotZero() {
    assertThat(with(NONE, NONE)).isNotEqualTo(with(OptionalDouble.of(0), OptionalDouble.of(0)));
  }

  @Test
  void shareEndsAtOneButThrottledTimeDoesNot() {
    assertThat(with(OptionalDouble.of(1), OptionalDouble.of(7.5)).throttled()).hasValue(7.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(OptionalDouble.of(1.01), NONE))
        .withMessageContaining("share of the time waited")
        .withMessageContaining("1.01");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoShareIsRefused(double wrong) {
    OptionalDouble share = OptionalDouble.of(wrong);
    assertThatIllegalArgumentException().isThrownBy(() -> with(share, NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> with(NONE, share));
    assertThatIllegalArgumentException().isThrownBy(() -> new Processor(share, NONE, NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Processor(NONE, share, NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Processor(NONE, NONE, share));
  }

  @Test
  void windowThatTookNoTimeHasNoConditions() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Conditions(
                    Duration.ZERO,
                    Processor.UNKNOWN,
                    NONE,
                    NONE,
                    OptionalLong.empty(),
                    NONE,
                    OptionalInt.empty()));
  }

  @Test
  void negativeCountsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Conditions(
                    Duration.ofSeconds(1),
                    Processor.UNKNOWN,
                    NONE,
                    NONE,
                    OptionalLong.of(-1),
                    NONE,
                    OptionalInt.of(1)))
        .withMessageContaining("-1");
  }
}
