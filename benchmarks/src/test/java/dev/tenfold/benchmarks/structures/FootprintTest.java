package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FootprintTest {
  @Test
  void anArrayTakesItsElementsAndAHeader() {
    Footprint footprint = new Footprint();
    footprint.of(new long[1000], 1000);
    assertThat(footprint.entries()).isEqualTo(1000);
    assertThat(footprint.bytes()).isBetween(8000 + 8L, 8000 + 24L);
  }

  @Test
  void theBoxesInAHashSetAreCounted() {
    Set<Long> set = new HashSet<>();
    for (long element = 1000; element < 2000; element++) {
      set.add(element);
    }
    Footprint footprint = new Footprint();
    footprint.of(set, set.size());
    // A box is 16 or 24 bytes, a node 24 to 48, a place in a half-full table 8 or 16.
    assertThat(footprint.bytes() / footprint.entries()).isBetween(48L, 88L);
  }
}
