package dev.tenfold.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Test;

class RandomNumbersTest {
  private static final int DRAWS = 50_000;

  @Test
  void twoThreadsDrawTheNumbersOfASharedGeneratorOnceEach() throws Exception {
    Random alone = new Random(RandomNumbers.SEED);
    int[] expected = numbers(2 * DRAWS, alone::nextInt);
    List<int[]> drawn = draw((benchmark, own) -> benchmark.sharedRandom());
    assertThat(drawn.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(Arrays.stream(expected).sorted().toArray());
  }

  @Test
  void aGeneratorOfItsOwnGivesAThreadItsOwnSequence() throws Exception {
    List<int[]> drawn = draw(RandomNumbers::ownRandom);
    for (int thread = 0; thread < 2; thread++) {
      Random alone = new Random(RandomNumbers.SEED + thread);
      assertThat(drawn.get(thread)).isEqualTo(numbers(DRAWS, alone::nextInt));
    }
  }

  @Test
  void everyGeneratorSetsEachBitInHalfOfItsNumbers() throws Exception {
    assertThatBitsAreEven(draw((benchmark, own) -> benchmark.sharedRandom()));
    assertThatBitsAreEven(draw(RandomNumbers::ownRandom));
    assertThatBitsAreEven(draw((benchmark, own) -> benchmark.threadLocalRandom()));
  }

  private static void assertThatBitsAreEven(List<int[]> drawn) {
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      int shift = bit;
      for (int[] numbers : drawn) {
        // Seven standard deviations of 50,000 tosses of a coin are 783.
        assertThat(Arrays.stream(numbers).filter(number -> (number >>> shift & 1) == 1).count())
            .as("bit %d", bit)
            .isBetween(DRAWS / 2 - 783L, DRAWS / 2 + 783L);
      }
    }
  }

  private static List<int[]> draw(ToIntBiFunction<RandomNumbers, RandomNumbers.Own> number)
      throws Exception {
    RandomNumbers benchmark = new RandomNumbers();
    return TwoThreads.results(
        thread -> {
          RandomNumbers.Own own = new RandomNumbers.Own();
          own.seed(TwoThreads.params(thread));
          return numbers(DRAWS, () -> number.applyAsInt(benchmark, own));
        });
  }

  private static int[] numbers(int count, IntSupplier next) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> next.getAsInt());
    return numbers;
  }
}
