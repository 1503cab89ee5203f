package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BitmapLookupTest {
  private static final int LOOKUPS = 1 << 16;

  private final Footprint plain = new Footprint();
  private final Footprint compressed = new Footprint();
  private final Footprint open = new Footprint();

  @ParameterizedTest
  @EnumSource
  void allSetsFindTheSameNumbers(Density density) {
    BitSet found = bitSet(density);
    assertThat(roaringBitmap(density)).isEqualTo(found);
    assertThat(intOpenHashSet(density)).isEqualTo(found);
    // Half of the probes are members, and any number is one with the share of the density.
    double share = (double) plain.entries() / Density.UNIVERSE;
    assertThat((double) found.cardinality() / LOOKUPS)
        .isBetween(0.5 + share / 2 - 0.02, 0.5 + share / 2 + 0.02);
    assertThat(compressed.entries()).isEqualTo(plain.entries());
    assertThat(open.entries()).isEqualTo(plain.entries());
  }

  @Test
  void thePlainBitmapTakesABitForEachNumberThatCouldBe() {
    bitSet(Density.SPARSE);
    assertThat(plain.bytes()).isBetween(Density.UNIVERSE / 8L, Density.UNIVERSE / 8L + 100);
  }

  @Test
  void onlyTheCompressedBitmapIsSmallInEachDensity() {
    for (Density density : Density.values()) {
      bitSet(density);
      roaringBitmap(density);
      intOpenHashSet(density);
      assertThat(compressed.bytes())
          .as(density.name())
          .isLessThan(plain.bytes() * 11 / 10)
          .isLessThan(open.bytes());
    }
  }

  private BitSet bitSet(Density density) {
    BitmapLookup benchmark = benchmark(density);
    BitmapLookup.Plain set = new BitmapLookup.Plain();
    set.fill(benchmark, plain);
    return lookups(() -> benchmark.bitSet(set));
  }

  private BitSet roaringBitmap(Density density) {
    BitmapLookup benchmark = benchmark(density);
    BitmapLookup.Compressed set = new BitmapLookup.Compressed();
    set.fill(benchmark, compressed);
    return lookups(() -> benchmark.roaringBitmap(set));
  }

  private BitSet intOpenHashSet(Density density) {
    BitmapLookup benchmark = benchmark(density);
    BitmapLookup.Open set = new BitmapLookup.Open();
    set.fill(benchmark, open);
    return lookups(() -> benchmark.intOpenHashSet(set));
  }

  private static BitmapLookup benchmark(Density density) {
    BitmapLookup benchmark = new BitmapLookup();
    benchmark.density = density;
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
