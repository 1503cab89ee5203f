package dev.tenfold.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordCountTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void allWaysCountTheSame(double skew) throws Exception {
    Map<String, Long> expected = new HashMap<>();
    for (String word : benchmark(skew).text) {
      expected.merge(word, 2L, Long::sum);
    }
    assertThat(count(skew, WordCount::merge).counts).isEqualTo(expected);
    assertThat(count(skew, WordCount::compute).counts).isEqualTo(expected);
    assertThat(sums(count(skew, WordCount::computeIfAbsent))).isEqualTo(expected);
    assertThat(sums(count(skew, WordCount::getThenAdd))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0001, 0.001", "1, 0.09, 0.115"})
  void theMostFrequentWordIsAsFrequentAsTheSkewSays(double skew, double least, double most) {
    String[] text = benchmark(skew).text;
    Map<String, Long> counts = new HashMap<>();
    for (String word : text) {
      counts.merge(word, 1L, Long::sum);
    }
    double share =
        (double) counts.values().stream().mapToLong(n -> n).max().orElse(0) / text.length;
    assertThat(share).isBetween(least, most);
    assertThat(Arrays.stream(text).distinct().count()).isGreaterThan(5000);
  }

  /** Both threads count the whole text. */
  private static WordCount count(double skew, BiFunction<WordCount, Cursor, Object> add)
      throws Exception {
    WordCount benchmark = benchmark(skew);
    TwoThreads.results(
        thread -> {
          Cursor cursor = TwoThreads.cursor(thread);
          for (int i = 0; i < Cursor.LENGTH; i++) {
            assertThat(add.apply(benchmark, cursor)).isNotNull();
          }
          return thread;
        });
    return benchmark;
  }

  private static Map<String, Long> sums(WordCount benchmark) {
    Map<String, Long> sums = new HashMap<>();
    for (Map.Entry<String, LongAdder> entry : benchmark.adders.entrySet()) {
      sums.put(entry.getKey(), entry.getValue().sum());
    }
    return sums;
  }

  private static WordCount benchmark(double skew) {
    WordCount benchmark = new WordCount();
    benchmark.skew = skew;
    benchmark.write();
    return benchmark;
  }
}
