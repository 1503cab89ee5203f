package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class DurableWritesTest {
  private static final int RECORDS = 100;

  private final DurableWrites benchmark = new DurableWrites();

  @AfterEach
  void close() throws IOException {
    benchmark.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void groupsOfEverySizeWriteTheSameBytesAndForceThemOnceEach(int size) throws Exception {
    int groups = RECORDS / size;
    benchmark.size = size;
    benchmark.open();
    assertThat(RecordedForces.of(benchmark.file, () -> write(groups))).hasSize(groups);
    assertThat(WrittenRecords.in(benchmark.file, RECORDS))
        .isEqualTo(WrittenRecords.expected(RECORDS));
  }

  private void write(int groups) throws IOException {
    for (int i = 0; i < groups; i++) {
      benchmark.group();
    }
  }
}
