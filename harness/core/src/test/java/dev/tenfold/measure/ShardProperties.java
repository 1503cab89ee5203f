package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However many benchmarks there are, and in whatever order they come. */
class ShardProperties {

  @Property
  void allShardsTogetherAreAllBenchmarksEachOnce(
      @ForAll @Size(max = 40) Set<@IntRange(max = 99) Integer> names,
      @ForAll @IntRange(min = 1, max = 12) int count) {
    List<BenchmarkId> all = ids(names);
    List<BenchmarkId> dealt = new ArrayList<>();
    new Shard(1, count).all().forEach(shard -> dealt.addAll(shard.of(all)));
    assertThat(dealt).containsExactlyInAnyOrderElementsOf(new TreeSet<>(all));
  }

  @Property
  void noShardHasTwoMoreThanAnother(
      @ForAll @Size(max = 40) Set<@IntRange(max = 99) Integer> names,
      @ForAll @IntRange(min = 1, max = 12) int count) {
    List<BenchmarkId> all = ids(names);
    List<Integer> sizes =
        new Shard(1, count).all().stream().map(shard -> shard.of(all).size()).toList();
    assertThat(Collections.max(sizes) - Collections.min(sizes)).isLessThanOrEqualTo(1);
  }

  @Property
  void theOrderInWhichTheyAreListedDoesNotMatter(
      @ForAll @Size(max = 40) Set<@IntRange(max = 99) Integer> names,
      @ForAll @IntRange(min = 1, max = 12) int count,
      @ForAll long seed) {
    List<BenchmarkId> all = ids(names);
    List<BenchmarkId> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    for (Shard shard : new Shard(1, count).all()) {
      assertThat(shard.of(shuffled)).isEqualTo(shard.of(all));
    }
  }

  private static List<BenchmarkId> ids(Set<Integer> names) {
    return names.stream()
        .map(n -> BenchmarkId.of("a.B.m" + n % 7, Mode.AVERAGE_TIME, 1, Map.of("n", "" + n)))
        .collect(Collectors.toList());
  }
}
