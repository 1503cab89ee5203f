package dev.tenfold.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ResponseCompressionTest {
  @ParameterizedTest
  @ValueSource(ints = {1024, 16384, 262_144})
  void textIsTheSameBehindFewerBytes(int size) throws Exception {
    assertThat(wireBytes(Encoding.IDENTITY, ResponseCompression.Content.JSON, size))
        .isEqualTo(size);
    assertThat(wireBytes(Encoding.GZIP, ResponseCompression.Content.JSON, size))
        .isLessThan(size / 2);
    assertThat(wireBytes(Encoding.ZSTD, ResponseCompression.Content.JSON, size))
        .isLessThan(size / 2);
  }

  @ParameterizedTest
  @EnumSource
  void randomBytesAreTheSameBehindAsMany(Encoding encoding) throws Exception {
    assertThat(wireBytes(encoding, ResponseCompression.Content.RANDOM, 16384))
        .isBetween(16384L, 16384L + 100);
  }

  /** Of one request, whose body and header are checked. */
  private static long wireBytes(Encoding encoding, ResponseCompression.Content content, int size)
      throws Exception {
    ResponseCompression benchmark = new ResponseCompression();
    benchmark.encoding = encoding;
    benchmark.content = content;
    benchmark.size = size;
    benchmark.open();
    try {
      ResponseCompression.Transfer count = new ResponseCompression.Transfer();
      assertThat(benchmark.request(count)).isEqualTo(content.document(size));
      assertThat(count.bodyBytes).isEqualTo(size);
      assertThat(
              new Client(HttpClient.Version.HTTP_1_1)
                  .get(benchmark.origin.get("document"))
                  .headers()
                  .firstValue("Content-Encoding"))
          .isEqualTo(encoding.contentEncoding());
      return count.wireBytes;
    } finally {
      benchmark.close();
    }
  }
}
