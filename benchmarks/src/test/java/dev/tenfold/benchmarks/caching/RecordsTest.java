package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tenfold.benchmarks.data.Keys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final int KEYS = 1000;
  private static final int LENGTH = 20;

  /** Its product with the multiplier of the index is 1, modulo 2^32. */
  private static final int UNSCATTER = 0x144CBC89;

  @Test
  void holdWhatAHashMapHolds() {
    int[] scattered = Keys.ints(KEYS, 1);
    assertHoldsWhatAHashMapHolds(i -> scattered[i]);
  }

  @Test
  void holdKeysThatFollowEachOther() {
    assertHoldsWhatAHashMapHolds(i -> i + 1);
  }

  @Test
  void holdKeysThatAllWantTheFirstSlotOrTheLast() {
    assertHoldsWhatAHashMapHolds(i -> (i % 2 == 0 ? 1 + i : -i) * UNSCATTER);
  }

  @Test
  void answerForTheKeysTheyWereMadeOf() {
    Records records = Records.of(List.of(7, -7), LENGTH);
    assertThat(records.read(7)).isEqualTo("7*******************");
    assertThat(records.read(-7)).isEqualTo("-7******************");
    assertThat(records.read(8)).isNull();
  }

  @Test
  void refuseWhatTheyCannotHold() {
    Records records = Records.of(List.of(1), LENGTH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> records.put(0, Store.text(0, LENGTH)))
        .withMessageContaining("other than 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> records.put(1, Store.text(1, LENGTH + 1)))
        .withMessageContaining("20 characters");
    assertThatIllegalStateException()
        .isThrownBy(() -> records.put(2, Store.text(2, LENGTH)))
        .withMessageContaining("All 1 records");
  }

  /** Half of the keys are written again and again; the other half is asked for and absent. */
  private static void assertHoldsWhatAHashMapHolds(IntUnaryOperator key) {
    assertThat(IntStream.range(0, KEYS).map(key).distinct().count()).isEqualTo(KEYS);
    Records records = new Records(KEYS / 2, LENGTH);
    Map<Integer, String> expected = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 20 * KEYS; i++) {
      int written = key.applyAsInt(random.nextInt(KEYS / 2));
      String text = Store.text(random.nextInt(), LENGTH);
      records.put(written, text);
      expected.put(written, text);
      int read = key.applyAsInt(random.nextInt(KEYS));
      assertThat(records.read(read)).isEqualTo(expected.get(read));
    }
    assertThat(expected).hasSize(KEYS / 2);
  }
}
