package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BloomLookupTest {
  private static final int LOOKUPS = 1 << 16;

  private final BloomLookup.Errors errors = new BloomLookup.Errors();
  private final Footprint footprint = new Footprint();

  @ParameterizedTest
  @ValueSource(ints = {100, 1000})
  void theHashSetFindsWhatIsThereAndNothingElse(int size) {
    BitSet found = hashSet(size);
    assertThat(found.cardinality()).isEqualTo(LOOKUPS - (int) errors.absent);
    assertThat(errors.absent).isBetween(LOOKUPS * 48L / 100, LOOKUPS * 52L / 100);
    assertThat(errors.falsePositives).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 100_000})
  void theBloomFilterMissesNothingThatIsThere(int size) {
    BitSet missed = hashSet(size);
    missed.andNot(bloomFilter(size));
    assertThat(missed.cardinality()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 100_000})
  void theBloomFilterIsWrongAsOftenAsItWasMadeToBe(int size) {
    bloomFilter(size);
    // One filter of 100 elements is further from the mean of all filters than chance in the probes.
    assertThat((double) errors.falsePositives / errors.absent)
        .isBetween(BloomLookup.FALSE_POSITIVES / 2, BloomLookup.FALSE_POSITIVES * 2);
  }

  @Test
  void theBloomFilterTakesTenBitsAnElementAndTheSetSixtyBytes() {
    bloomFilter(1000);
    assertThat(footprint.bytes() / footprint.entries()).isBetween(1L, 2L);
    hashSet(1000);
    assertThat(footprint.bytes() / footprint.entries()).isBetween(48L, 88L);
  }

  private BitSet bloomFilter(int size) {
    BloomLookup benchmark = benchmark(size);
    BloomLookup.Bloom bloom = new BloomLookup.Bloom();
    bloom.fill(benchmark, footprint);
    return lookups(() -> benchmark.bloomFilter(bloom, errors));
  }

  private BitSet hashSet(int size) {
    BloomLookup benchmark = benchmark(size);
    BloomLookup.Hashed hashed = new BloomLookup.Hashed();
    hashed.fill(benchmark, footprint);
    return lookups(() -> benchmark.hashSet(hashed, errors));
  }

  private static BloomLookup benchmark(int size) {
    BloomLookup benchmark = new BloomLookup();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static BitSet lookups(BooleanSupplier lookup) {
    BitSet found = new BitSet();
    for (int i = 0; i < LOOKUPS; i++) {
      found.set(i, lookup.getAsBoolean());
    }
    return found;
  }
}
