package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileWritesTest {
  /** They fill every buffer a whole number of times. */
  private static final int RECORDS = 2 * 65536 / Payment.BYTES;

  private final FileWrites benchmark = new FileWrites();

  @BeforeEach
  void open() throws IOException {
    benchmark.open();
  }

  @AfterEach
  void close() throws IOException {
    benchmark.close();
  }

  @Test
  void unbufferedRecordsAreInTheFile() throws Exception {
    assertWrites(benchmark::unbuffered);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 1024, 8192, 65536})
  void bufferedRecordsAreInTheFile(int size) throws Exception {
    FileWrites.Buffered buffered = new FileWrites.Buffered();
    buffered.size = size;
    buffered.open(benchmark);
    assertWrites(() -> benchmark.bufferedOutputStream(buffered));
  }

  @Test
  void recordsOfADirectBufferAreInTheFile() throws Exception {
    FileWrites.Direct direct = new FileWrites.Direct();
    assertWrites(() -> benchmark.directBuffer(direct));
  }

  private void assertWrites(Work write) throws Exception {
    // A full buffer is written when the next record comes.
    for (int i = 0; i < RECORDS + 1; i++) {
      write.run();
    }
    assertThat(WrittenRecords.in(benchmark.file, RECORDS))
        .isEqualTo(WrittenRecords.expected(RECORDS));
  }
}
