package dev.tenfold.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class RequestBatchingTest {
  private final RequestBatching benchmark = new RequestBatching();

  @AfterEach
  void close() {
    benchmark.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 64})
  void bothWaysGetTheSameItemsOverOneConnection(int size) throws Exception {
    benchmark.size = size;
    benchmark.open();
    List<String> items = benchmark.requestPerItem();
    assertThat(items).hasSize(size).allSatisfy(item -> assertThat(item).hasSize(256));
    assertThat(benchmark.oneBatch()).isEqualTo(items);
    assertThat(benchmark.origin.connections()).isOne();
  }
}
