package dev.tenfold.config;

import static dev.tenfold.config.ConfigFileTest.JAVA;
import static dev.tenfold.config.ConfigFileTest.parse;
import static dev.tenfold.config.ConfigFileTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.measure.ForkOptions;
import dev.tenfold.run.Looks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The keys of a suite that say how much is spent. */
class EffortKeysTest {
  private static Suite suite(String keys) {
    return parse("suites:\n  q: {" + keys + "}\n").suite(Optional.empty());
  }

  private static List<Integer> at(Looks looks) {
    return looks.at();
  }

  @Test
  void aNumberOfForksIsOneLookAndAListIsSeveral() {
    assertThat(at(suite("forks: 4").effort().screening())).containsExactly(4);
    assertThat(at(suite("forks: [2, 4, 8]").effort().screening())).containsExactly(2, 4, 8);
    assertThat(suite("forks: [2, 4, 8]").effort().forks()).isEqualTo(2);
    assertThat(at(suite("confirm-forks: 6").effort().confirming())).containsExactly(6);
    assertThat(at(suite("confirm-forks: [6, 9]").effort().confirming())).containsExactly(6, 9);
  }

  @Test
  void badLooksAreRefused() {
    refused("suites:\n  q:\n    forks: []\n", 3, "a number of forks", "[5, 10, 15]");
    refused("suites:\n  q:\n    forks: [5, 3]\n", 3, "numbers of forks ascend");
    refused("suites:\n  q:\n    forks: [3, 3]\n", 3, "numbers of forks ascend");
    refused("suites:\n  q:\n    forks: [0, 3]\n", 3, "at least 1", "\"0\"");
    refused("suites:\n  q:\n    forks: [3, many]\n", 3, "a whole number", "\"many\"");
    refused("suites:\n  q:\n    forks: {a: 3}\n", 3, "expected a single value here");
    refused("suites:\n  q:\n    confirm-forks: []\n", 3, "a number of forks");
    refused("suites:\n  q:\n    confirm-forks: [1, 5]\n", 3, "at least 2");
    refused("suites:\n  q:\n    confirm-forks:\n      - 5\n      - 4\n", 4, "ascend");
  }

  @Test
  void turnsHaveALengthOrAreOff() {
    assertThat(suite("turn: 10ms").effort().turn()).contains(Duration.ofMillis(10));
    assertThat(suite("turn: off").effort().turn()).isEmpty();
    assertThat(suite("threads: 1").effort().turn()).contains(Effort.TURN);
    refused("suites:\n  q:\n    turn: never\n", 3, "\"never\" is no time");
    refused("suites:\n  q:\n    turn: 0ms\n", 3, "\"0ms\" is no time");
  }

  @Test
  void aBudgetIsATime() {
    assertThat(suite("budget: 90s").effort().budget()).contains(Duration.ofSeconds(90));
    assertThat(suite("threads: 1").effort().budget()).isEmpty();
    refused("suites:\n  q:\n    budget: 0\n", 3, "\"0\" is no time");
    refused("suites:\n  q:\n    budget: all\n", 3, "\"all\" is no time");
    refused("suites:\n  q:\n    budget: [1m]\n", 3, "expected a single value here");
  }

  @Test
  void aProfileIsTheGroundOnWhichTheOtherKeysStand() {
    Suite quick = suite("profile: quick");
    assertThat(quick.effort()).isEqualTo(Profile.QUICK.effort());
    assertThat(quick.options()).isEqualTo(Profile.QUICK.iterations(ForkOptions.declared(JAVA)));
    assertThat(quick.whole()).isTrue();
    Suite both =
        suite("confirm-forks: 9, iterations: 77, turn: off, profile: Thorough, budget: 1h");
    assertThat(both.effort())
        .isEqualTo(
            new Effort(
                Profile.THOROUGH.effort().screening(),
                new Looks(List.of(9)),
                Optional.empty(),
                Optional.of(Duration.ofHours(1)),
                JvmMode.AS_IS));
    assertThat(both.options().iterations()).hasValue(77);
    assertThat(both.options().warmups()).isEqualTo(OptionalInt.of(10));
    refused(
        "suites:\n  q:\n    profile: fast\n", 3, "\"fast\"", "smoke, quick, standard, thorough");
    refused("suites:\n  q:\n    profle: quick\n", 3, "did you mean \"profile\"?");
  }
}
