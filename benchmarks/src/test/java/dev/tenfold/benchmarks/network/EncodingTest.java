package dev.tenfold.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Payloads;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingTest {
  @ParameterizedTest
  @EnumSource
  void whatWasEncodedIsDecodedToTheSame(Encoding encoding) throws IOException {
    for (byte[] body : new byte[][] {{7}, Payloads.json(100_000, 1), Payloads.random(100_000, 1)}) {
      assertThat(encoding.decode(encoding.encode(body))).isEqualTo(body);
    }
  }

  @Test
  void theHeadersNameThemAsRegistered() {
    assertThat(Arrays.stream(Encoding.values()).map(Encoding::token))
        .containsExactly("identity", "gzip", "zstd");
    assertThat(Encoding.IDENTITY.contentEncoding()).isEmpty();
    assertThat(Encoding.GZIP.contentEncoding()).contains("gzip");
    assertThat(Encoding.ZSTD.contentEncoding()).contains("zstd");
  }

  /** RFC 1952, section 2.3.1, and RFC 8878, section 3.1.1. */
  @Test
  void theFormatsAreThoseOfTheirStandards() throws IOException {
    byte[] body = Payloads.json(1000, 1);
    assertThat(Encoding.GZIP.encode(body)).startsWith(0x1f, 0x8b, 8);
    assertThat(Encoding.ZSTD.encode(body)).startsWith(0x28, 0xb5, 0x2f, 0xfd);
  }
}
