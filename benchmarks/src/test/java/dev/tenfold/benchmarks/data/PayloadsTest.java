package dev.tenfold.benchmarks.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadsTest {
  private static final String PERSON =
      "\\{\"id\":(0|[1-9]\\d*),\"name\":\"[a-z]+ [a-z]+\","
          + "\"email\":\"[a-z]+\\.[a-z]+@example\\.org\","
          + "\"created\":\"20\\d\\d-[01]\\d-[0-2]\\dT[0-2]\\d:[0-5]\\dZ\",\"active\":(true|false),"
          + "\"balance\":(0|[1-9]\\d*)\\.\\d\\d,\"tags\":\\[\"[a-z]+\",\"[a-z]+\"]},";

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 200, 256, 1024, 10_000})
  void aDocumentIsJsonOfTheSizeThatWasAskedFor(int size) {
    byte[] document = Payloads.json(size, 1);
    assertThat(document).hasSize(size);
    assertThat(new String(document, US_ASCII))
        .matches("\\[(" + PERSON + ")*+\\{\"note\":\"[a-z ]*\"}]");
  }

  @Test
  void everySizeIsExact() {
    for (int size = 13; size < 600; size++) {
      assertThat(Payloads.json(size, size)).hasSize(size);
      assertThat(Payloads.random(size, size)).hasSize(size);
    }
  }

  @Test
  void aLongDocumentIsMostlyPeople() {
    String document = new String(Payloads.json(10_000, 1), US_ASCII);
    assertThat(document.split("\"id\"")).hasSizeBetween(45, 65);
  }

  @Test
  void textIsCompressedToAFifthAndRandomBytesNotAtAll() {
    assertThat(compressed(Payloads.json(1 << 18, 1))).isBetween((1 << 18) / 6, (1 << 18) / 4);
    assertThat(compressed(Payloads.random(1 << 18, 1))).isGreaterThan(1 << 18);
  }

  @Test
  void aSeedAlwaysGivesTheSameBytesAndAnotherOthers() {
    // Written down once: the work that every kept number measured hangs on it.
    assertThat(checksum(Payloads.json(1000, 1))).isEqualTo(1174610637);
    assertThat(checksum(Payloads.random(1000, 1))).isEqualTo(4257194231L);
    assertThat(Payloads.json(1000, 2)).isNotEqualTo(Payloads.json(1000, 1));
    assertThat(Payloads.random(1000, 2)).isNotEqualTo(Payloads.random(1000, 1));
  }

  @Test
  void aSizeThatNoDocumentHasIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Payloads.json(12, 1))
        .withMessageContaining("at least 13 bytes");
  }

  private static int compressed(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    int length = deflater.deflate(new byte[2 * bytes.length]);
    deflater.end();
    return length;
  }

  private static long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }
}
