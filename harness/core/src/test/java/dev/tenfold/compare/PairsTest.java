package dev.tenfold.compare;

import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Result;
import dev.tenfold.run.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairsTest {
  private static final Looks LOOKS = new Looks(List.of(2, 4));

  /** Forks whose score is their number, with these numbers of pairs. */
  private static Result forks(String order, int... pairs) {
    double[] scores = new double[pairs.length];
    List<Turns> turns = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      scores[i] = pairs[i];
      turns.add(new Turns(pairs[i], order));
    }
    return result(id("m"), scores).under(new Circumstances(turns, Optional.empty(), LOOKS));
  }

  private static List<Double> scores(List<Fork> forks) {
    return forks.stream().map(Fork::mean).toList();
  }

  @Test
  void partnersAreThoseOfOneNumber() {
    Result base = forks("bh", 0, 1, 2);
    Result head = forks("bh", 2, 0, 1);
    Pairs pairs = Pairs.of(base, head);
    assertThat(pairs.isEmpty()).isFalse();
    assertThat(pairs.looks()).isEqualTo(LOOKS);
    assertThat(scores(pairs.ofBase(base.score().forks()))).containsExactly(2.0, 0.0, 1.0);
    assertThat(scores(pairs.ofHead(head.score().forks()))).containsExactly(2.0, 0.0, 1.0);
  }

  @Test
  void aForkWithoutAPartnerIsLeftOut() {
    Result base = forks("bh", 0, 2, 3, 5);
    Result head = forks("bh", 1, 2, 4, 5, 6);
    Pairs pairs = Pairs.of(base, head);
    assertThat(scores(pairs.ofBase(base.score().forks()))).containsExactly(2.0, 5.0);
    assertThat(scores(pairs.ofHead(head.score().forks()))).containsExactly(2.0, 5.0);
    assertThat(Pairs.of(forks("bh", 0, 1), forks("bh", 2, 3)).isEmpty()).isTrue();
  }

  @Test
  void forksThatTookTheirTurnsInAnotherOrderAreNoPair() {
    assertThat(Pairs.of(forks("bhb", 0, 1), forks("bhh", 0, 1)).isEmpty()).isTrue();
  }

  @Test
  void forksThatTookNoTurnsAreNoPairs() {
    Result alone = result(id("m"), 0, 1);
    assertThat(Pairs.of(alone, alone).isEmpty()).isTrue();
    assertThat(Pairs.of(forks("bh", 0, 1), alone).isEmpty()).isTrue();
    assertThat(Pairs.of(alone, forks("bh", 0, 1)).isEmpty()).isTrue();
  }

  @Test
  void theLooksAreThoseOfTheHeadWhetherOrNotThereWereTurns() {
    Result alone =
        result(id("m"), 0, 1).under(new Circumstances(List.of(), Optional.of("a port"), LOOKS));
    assertThat(Pairs.of(alone, alone).looks()).isEqualTo(LOOKS);
  }

  @Test
  void aMetricThatLacksAForkDoesNotFit() {
    Pairs pairs = Pairs.of(forks("bh", 0, 1, 2), forks("bh", 0, 1, 2));
    List<Fork> three = forks("bh", 0, 1, 2).score().forks();
    assertThat(pairs.fit(three, three)).isTrue();
    assertThat(pairs.fit(three, three.subList(0, 2))).isFalse();
    assertThat(pairs.fit(three.subList(0, 2), three)).isFalse();
  }
}
