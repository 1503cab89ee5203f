package dev.tenfold.check;

import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.compare.SessionSpread;
import dev.tenfold.run.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static SessionSpread.Spread of(Run... sessions) {
    return Spread.of(List.of(sessions)).of(id("m")).orElseThrow();
  }

  private static Run session(double... forks) {
    return run(result(id("m"), forks));
  }

  @Test
  void threeSessionsAreEnough() {
    // Levels of e^0, e^0.1 and e^0.2: a standard deviation of 0.1 with 2 degrees of freedom.
    SessionSpread.Spread spread =
        of(session(1, 1), session(Math.exp(0.2), 1), session(Math.exp(0.1), Math.exp(0.3)));
    assertThat(spread.standardDeviation()).isCloseTo(0.1, within(1e-12));
    assertThat(spread.degreesOfFreedom()).isEqualTo(2);
    assertThat(spread.isStated()).isFalse();
  }

  @Test
  void fewerAreNotAndTheSpreadIsStated() {
    SessionSpread.Spread spread = of(session(1, 1), session(2, 2));
    assertThat(spread.isStated()).isTrue();
    assertThat(spread.standardDeviation()).isEqualTo(0.1);
    assertThat(of(session(1, 1), session(2, 2), run(result(id("other"), 1, 1))).isStated())
        .isTrue();
  }

  @Test
  void aSessionWithoutALevelDoesNotCount() {
    assertThat(of(session(1, 1), session(2, 2), session(0, 1)).isStated()).isTrue();
    assertThat(of(session(1, 1), session(2, 2), session(-1, 1)).isStated()).isTrue();
    SessionSpread.Spread spread = of(session(1, 1), session(2, 2), session(1, 3), session(0, 0));
    assertThat(spread.degreesOfFreedom()).isEqualTo(2);
  }

  @Test
  void theSameRunKeptTwiceIsOneSession() {
    assertThat(of(session(1, 1), session(2, 2), session(1, 1)).isStated()).isTrue();
  }
}
