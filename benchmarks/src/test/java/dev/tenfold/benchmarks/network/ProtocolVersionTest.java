package dev.tenfold.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Payloads;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ProtocolVersionTest {
  private final ProtocolVersion benchmark = new ProtocolVersion();

  @AfterEach
  void close() {
    benchmark.close();
  }

  @Test
  void sixteenRequestsTakeSeveralConnectionsOfTheOldVersion() throws Exception {
    requireAnswers(HttpClient.Version.HTTP_1_1);
    assertThat(benchmark.origin.connections()).isGreaterThan(1);
  }

  @Test
  void sixteenRequestsShareOneConnectionOfTheNewVersion() throws Exception {
    requireAnswers(HttpClient.Version.HTTP_2);
    assertThat(benchmark.origin.connections()).isOne();
  }

  private void requireAnswers(HttpClient.Version version) throws Exception {
    benchmark.version = version;
    benchmark.open();
    requireAnswer(benchmark.one(), version);
    assertThat(benchmark.origin.connections()).isOne();
    List<HttpResponse<byte[]>> answers = benchmark.sixteen();
    assertThat(answers).hasSize(16).allSatisfy(answer -> requireAnswer(answer, version));
  }

  private static void requireAnswer(HttpResponse<byte[]> answer, HttpClient.Version version) {
    assertThat(answer.version()).isEqualTo(version);
    assertThat(answer.body()).isEqualTo(Payloads.json(1024, 1));
  }
}
