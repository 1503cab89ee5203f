package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RingFileTest {
  private RingFile file;

  @BeforeEach
  void open() throws IOException {
    file = RingFile.open();
  }

  @AfterEach
  void close() throws IOException {
    if (Files.exists(file.path())) {
      file.close();
    }
  }

  @Test
  void aNewFileHasItsWholeLength() throws IOException {
    assertThat(Files.readAllBytes(file.path())).isEqualTo(new byte[RingFile.LENGTH]);
  }

  @Test
  void allWaysOfWritingGoOnWhereTheLastOneEnded() throws IOException {
    file.write(1);
    file.write(new byte[] {2, 3});
    file.write(ByteBuffer.wrap(new byte[] {4, 5}));
    file.write(new byte[] {0, 6, 0}, 1, 1);
    assertThat(Arrays.copyOf(Files.readAllBytes(file.path()), 7))
        .containsExactly(1, 2, 3, 4, 5, 6, 0);
  }

  @Test
  void whatDoesNotFitBeforeTheEndGoesToTheBeginning() throws IOException {
    byte[] most = new byte[RingFile.LENGTH - 1];
    Arrays.fill(most, (byte) 7);
    file.write(most);
    file.write(new byte[] {8, 9});
    byte[] expected = new byte[RingFile.LENGTH];
    Arrays.fill(expected, 0, most.length, (byte) 7);
    expected[0] = 8;
    expected[1] = 9;
    assertThat(Files.readAllBytes(file.path())).isEqualTo(expected);
  }

  @Test
  void aFullRoundFits() throws IOException {
    byte[] round = new byte[RingFile.LENGTH];
    Arrays.fill(round, (byte) 7);
    file.write(round);
    file.write(8);
    round[0] = 8;
    assertThat(Files.readAllBytes(file.path())).isEqualTo(round);
  }

  @Test
  @Tag("slow")
  void dataIsForcedAndMetadataIsNot() throws Exception {
    assertThat(RecordedForces.of(file, file::force))
        .singleElement()
        .satisfies(force -> assertThat(force.getBoolean("metaData")).isFalse());
  }

  @Test
  void aClosedFileIsGone() throws IOException {
    file.close();
    assertThat(file.path()).doesNotExist();
  }
}
