package dev.tenfold.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenfold.run.Conditions;
import dev.tenfold.run.Conditions.Processor;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static Conditions of(Processor processor, OptionalDouble throttled) {
    return new Conditions(
        Duration.ofSeconds(2),
        processor,
        OptionalDouble.of(1),
        throttled,
        OptionalLong.of(5),
        OptionalDouble.of(60),
        OptionalInt.of(60));
  }

  private static Processor shares(double own, double foreign, double stolen) {
    return new Processor(
        OptionalDouble.of(own), OptionalDouble.of(foreign), OptionalDouble.of(stolen));
  }

  @Test
  void quietForkIsNotDisturbedHoweverLongItsOwnThreadsWait() {
    Conditions quiet = of(shares(0.95, 0.01, 0.005), OptionalDouble.of(0));
    assertThat(Bounds.DEFAULT.crossedBy(quiet)).isEmpty();
  }

  @Test
  void oneBusyLoopBesideFourThreadsOnTwoCoresIsADisturbance() {
    Conditions loaded = of(shares(0.75, 0.227, 0), OptionalDouble.of(0));
    assertThat(Bounds.DEFAULT.crossedBy(loaded))
        .hasValue("23 % of the processor time went to other processes");
  }

  @Test
  void boundItselfIsNotCrossed() {
    assertThat(Bounds.DEFAULT.crossedBy(of(shares(0.5, 0.2, 0), OptionalDouble.of(0.2)))).isEmpty();
  }

  @Test
  void theftIsJudgedByWhatWasWantedNotByTheSizeOfTheMachine() {
    Conditions oneThreadOf64Cores = of(shares(0.012, 0, 0.004), NONE);
    assertThat(Bounds.DEFAULT.crossedBy(oneThreadOf64Cores))
        .hasValue("25 % of the wanted processor time was stolen by the hypervisor");
  }

  @Test
  void theftIsSeenWhereOnlyTheftIsTold() {
    Processor told = new Processor(NONE, NONE, OptionalDouble.of(0.3));
    assertThat(Bounds.DEFAULT.crossedBy(of(told, NONE)).orElseThrow()).startsWith("30 %");
  }

  @Test
  void windowInWhichNobodyWantedAnythingIsNotDisturbed() {
    assertThat(Bounds.DEFAULT.crossedBy(of(shares(0, 0, 0), NONE))).isEmpty();
  }

  @Test
  void quotaIsADisturbance() {
    Conditions throttled = of(shares(0.5, 0, 0), OptionalDouble.of(1.5));
    assertThat(Bounds.DEFAULT.crossedBy(throttled).orElseThrow())
        .startsWith("150 %")
        .contains("quota");
  }

  @Test
  void whatIsUnknownCrossesNothing() {
    assertThat(new Bounds(0, 0, 0).crossedBy(of(Processor.UNKNOWN, NONE))).isEmpty();
  }

  @Test
  void sentenceIsTheSameInEveryLanguage() {
    Conditions loaded = of(shares(0.1, 0.5, 0), NONE);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Bounds.DEFAULT.crossedBy(loaded).orElseThrow()).startsWith("50 %");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void boundsAreNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(-0.1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(0, Double.NaN, 0));
  }
}
