package dev.tenfold.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenfold.measure.ForkOptions;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final ForkOptions OPTIONS =
      new ForkOptions(
          Path.of("/jdk"),
          OptionalInt.of(99),
          Optional.of(Duration.ofSeconds(9)),
          OptionalInt.empty(),
          Optional.empty(),
          List.of("-Xmx1g"),
          Duration.ofMinutes(3));

  private static Suite suite(Effort effort) {
    return Suite.of("s", dev.tenfold.measure.Selection.all(), OPTIONS).with(effort);
  }

  @Test
  void aProfileIsNamedInAnyCase() {
    for (Profile profile : Profile.values()) {
      assertThat(Profile.of(profile.toString())).isEqualTo(profile);
      assertThat(Profile.of(profile.name())).isEqualTo(profile);
    }
    // In Turkish the small letter of I is another one.
    assertThat(Profile.of("QUICK")).isEqualTo(Profile.QUICK);
    assertThat(Profile.QUICK).hasToString("quick");
  }

  @Test
  void aProfileThatThereIsNotIsAnsweredWithThoseThatThereAre() {
    for (String name : List.of("fast", "", "quick ", "QU\u0130CK")) {
      assertThatExceptionOfType(InputException.class)
          .as(name)
          .isThrownBy(() -> Profile.of(name))
          .withMessageContaining("\"" + name + "\"")
          .withMessageContaining("smoke, quick, standard, thorough");
    }
  }

  @Test
  void aLongerProfileTakesMoreOfEverything() {
    for (int i = 1; i < Profile.values().length; i++) {
      Profile shorter = Profile.values()[i - 1];
      Profile longer = Profile.values()[i];
      assertThat(longer.effort().screening().most())
          .isGreaterThan(shorter.effort().screening().most());
      assertThat(longer.effort().confirming().most())
          .isGreaterThanOrEqualTo(shorter.effort().confirming().most());
      assertThat(longer.iterations(OPTIONS).iterations().getAsInt())
          .isGreaterThan(shorter.iterations(OPTIONS).iterations().getAsInt());
    }
  }

  @Test
  void iterationsAreThoseOfTheProfileAndAllElseIsAsItWas() {
    // Half a second of warm-up and one of measurement, in tenths of a second.
    Optional<Duration> tenth = Optional.of(Duration.ofMillis(100));
    assertThat(Profile.STANDARD.iterations(OPTIONS))
        .isEqualTo(
            new ForkOptions(
                OPTIONS.java(),
                OptionalInt.of(5),
                tenth,
                OptionalInt.of(10),
                tenth,
                OPTIONS.jvmArgsAppend(),
                OPTIONS.patience()));
  }

  @Test
  void aSuiteKeepsItsTurnAndItsBudgetUnderAProfile() {
    Effort configured = Effort.STANDARD.inTurnsOf(Optional.empty()).within(Duration.ofMinutes(5));
    Suite profiled = suite(configured).with(Profile.QUICK);
    assertThat(profiled.effort())
        .isEqualTo(
            new Effort(
                Profile.QUICK.effort().screening(),
                Profile.QUICK.effort().confirming(),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(5)),
                JvmMode.AS_IS));
    assertThat(profiled.options()).isEqualTo(Profile.QUICK.iterations(OPTIONS));
    assertThat(profiled.whole()).isFalse();
  }

  @Test
  void aSuiteIsWholeAsLongAsWhatABaselineKeepsIsAsConfigured() {
    Suite suite = suite(Effort.STANDARD);
    assertThat(suite.with(Effort.STANDARD.within(Duration.ofHours(1))).whole()).isTrue();
    assertThat(suite.with(Effort.STANDARD.inTurnsOf(Optional.empty())).whole()).isTrue();
    assertThat(suite.with(Effort.STANDARD.confirming(new Looks(List.of(9)))).whole()).isTrue();
    assertThat(suite.with(Effort.STANDARD.screening(new Looks(List.of(4, 9)))).whole()).isTrue();
    assertThat(suite.with(Effort.STANDARD.screening(new Looks(List.of(3)))).whole()).isFalse();
    assertThat(suite.withForks(7).effort().screening().at()).containsExactly(7);
  }

  @Test
  void anEffortTakesForks() {
    Looks two = new Looks(List.of(2));
    assertThatIllegalArgumentException().isThrownBy(() -> Effort.STANDARD.screening(Looks.ONCE));
    assertThatIllegalArgumentException().isThrownBy(() -> Effort.STANDARD.confirming(Looks.ONCE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Effort.STANDARD.confirming(new Looks(List.of(1))));
    assertThat(Effort.STANDARD.confirming(two).confirming()).isEqualTo(two);
    assertThat(Effort.STANDARD.forks()).isEqualTo(4);
  }
}
