package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import java.util.*;
import org.junit.jupiter.api.Test;

class JolPriceTest {
  @Test
  void price() {
    for (int size : new int[] {10000, 10000, 100000}) {
      for (boolean tree : new boolean[] {false, true}) {
        Map<Integer, Integer> map = tree ? new TreeMap<>() : new HashMap<>();
        for (int key : Keys.ints(size, 1)) map.put(key, ~key);
        long t = System.nanoTime();
        new Footprint().of(map, size);
        System.out.println(
            "JOL " + tree + " " + size + " " + (System.nanoTime() - t) / 1e6 + " ms");
      }
    }
  }
}
