package dev.tenfold.benchmarks.concurrency;

import dev.tenfold.benchmarks.data.Keys;
import dev.tenfold.benchmarks.data.Zipf;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How should two threads count words in one {@link ConcurrentHashMap}?
 *
 * <p>The score is the words that both threads count together: higher is better. {@code skew} is the
 * exponent of Zipf's distribution: with 0 all 10,000 words are equally frequent; with 1, as in
 * natural language, every tenth word is the same, at which the threads meet, but the frequent words
 * also stay in the caches: two threads may well be faster for it.
 *
 * <p>{@code merge} and {@code compute} lock the word's bin and allocate a box a word. Counters as
 * values are allocated once, and then looked up: by {@code computeIfAbsent} alone, which locks the
 * bin unless the word is the first in it; or, in {@code getThenAdd}, by a {@code get} that never
 * locks, and {@code computeIfAbsent} for new words only. The warm-up meets all words: what is
 * measured is adding.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.WordCount.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class WordCount {
  private static final int VOCABULARY = 10_000;

  @Param({"0", "1"})
  public double skew;

  final ConcurrentHashMap<String, Long> counts = new ConcurrentHashMap<>();
  final ConcurrentHashMap<String, LongAdder> adders = new ConcurrentHashMap<>();
  String[] text;

  @Setup
  public void write() {
    int[] names = Keys.ints(VOCABULARY, 1);
    String[] vocabulary = new String[VOCABULARY];
    for (int rank = 0; rank < VOCABULARY; rank++) {
      vocabulary[rank] = Integer.toUnsignedString(names[rank], Character.MAX_RADIX);
    }
    Zipf frequency = new Zipf(VOCABULARY, skew);
    Random random = new Random(40);
    text = new String[Cursor.LENGTH];
    for (int i = 0; i < text.length; i++) {
      text[i] = vocabulary[frequency.draw(random)];
    }
  }

  @Benchmark
  public Long merge(Cursor cursor) {
    return counts.merge(text[cursor.next()], 1L, Long::sum);
  }

  @Benchmark
  public Long compute(Cursor cursor) {
    return counts.compute(text[cursor.next()], (word, count) -> count == null ? 1 : count + 1);
  }

  @Benchmark
  public LongAdder computeIfAbsent(Cursor cursor) {
    LongAdder count = adders.computeIfAbsent(text[cursor.next()], word -> new LongAdder());
    count.increment();
    return count;
  }

  @Benchmark
  public LongAdder getThenAdd(Cursor cursor) {
    String word = text[cursor.next()];
    LongAdder count = adders.get(word);
    if (count == null) {
      count = adders.computeIfAbsent(word, first -> new LongAdder());
    }
    count.increment();
    return count;
  }
}
