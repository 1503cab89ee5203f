package dev.tenfold.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.run.InputException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void readsTimesWithTheirUnits() {
    assertThat(Quantity.duration("200ms")).isEqualTo(Duration.ofMillis(200));
    assertThat(Quantity.duration("1.5 s")).isEqualTo(Duration.ofMillis(1500));
    assertThat(Quantity.duration(" 10m ")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Quantity.duration("2min")).isEqualTo(Duration.ofMinutes(2));
    assertThat(Quantity.duration("1h")).isEqualTo(Duration.ofHours(1));
    assertThat(Quantity.duration("50us")).isEqualTo(Duration.ofNanos(50_000));
    assertThat(Quantity.duration("3")).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aTurnHasALengthOrIsOff() {
    assertThat(Quantity.turn("20ms")).contains(Duration.ofMillis(20));
    assertThat(Quantity.turn(" off ")).isEmpty();
    for (String text : List.of("", "on", "false", "0", "0ms", "-1ms")) {
      assertThatExceptionOfType(InputException.class)
          .as(text)
          .isThrownBy(() -> Quantity.turn(text))
          .withMessageContaining("\"" + text + "\" is no time");
    }
  }

  @Test
  void refusesWhatIsNoTime() {
    for (String text :
        List.of(
            "",
            "s",
            "-1s",
            "1,5s",
            "1e3s",
            "NaN",
            "1 parsec",
            "1MS",
            "5%",
            "1s2s",
            "\u0663s",
            "9".repeat(400) + "s",
            "1000000000s",
            "0x10s",
            "1..5s",
            ".5s",
            "1_000s")) {
      assertThatExceptionOfType(InputException.class)
          .as(text)
          .isThrownBy(() -> Quantity.duration(text))
          .withMessage("\"%s\" is no time. Write a number and its unit: 200ms, 1s, 10m.", text);
    }
  }

  @Test
  void readsFractionsWithAndWithoutPerCent() {
    assertThat(Quantity.fraction("5%")).isEqualTo(0.05, within(1e-15));
    assertThat(Quantity.fraction("5 %")).isEqualTo(0.05, within(1e-15));
    assertThat(Quantity.fraction("0.05")).isEqualTo(0.05);
    assertThat(Quantity.fraction("0")).isZero();
    assertThat(Quantity.fraction("150%")).isEqualTo(1.5);
  }

  @Test
  void refusesWhatIsNoFraction() {
    for (String text :
        List.of(
            "",
            "%",
            "-5%",
            "5,5%",
            "5%%",
            "five",
            "5ms",
            "1e-2",
            "NaN",
            "Infinity",
            "1001%",
            "11",
            "\u0665%",
            "9".repeat(400))) {
      assertThatExceptionOfType(InputException.class)
          .as(text)
          .isThrownBy(() -> Quantity.fraction(text))
          .withMessageContaining("\"" + text + "\" is no fraction");
    }
  }

  @Test
  void aBareNumberAboveOneIsAForgottenPerCentSign() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Quantity.fraction("5"))
        .withMessageContaining("5%");
  }
}
