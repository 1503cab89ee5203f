package dev.tenfold.benchmarks.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class FanOutTest {
  private final FanOut benchmark = new FanOut();
  private final FanOut.Workers workers = new FanOut.Workers();

  private void open(int requests) throws Exception {
    benchmark.requests = requests;
    benchmark.open();
    workers.start(benchmark);
  }

  @AfterEach
  void close() {
    workers.stop();
    benchmark.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 32})
  void allWaysGetTheSameAnswers(int requests) throws Exception {
    open(requests);
    List<String> answers = bodies(benchmark.oneByOne());
    assertThat(answers).hasSize(requests);
    assertThat(Set.copyOf(answers)).hasSizeGreaterThan(requests / 2);
    assertThat(bodies(benchmark.blocking(workers))).isEqualTo(answers);
    assertThat(bodies(benchmark.async())).isEqualTo(answers);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 32})
  void oneByOneTakesOneConnection(int requests) throws Exception {
    open(requests);
    benchmark.oneByOne();
    assertThat(benchmark.origin.connections()).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 32})
  void blockingThreadsHaveSeveralRequestsUnderWay(int requests) throws Exception {
    open(requests);
    benchmark.blocking(workers);
    assertThat(benchmark.origin.connections()).isBetween(2, requests);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 32})
  void asyncHasSeveralRequestsUnderWay(int requests) throws Exception {
    open(requests);
    benchmark.async();
    assertThat(benchmark.origin.connections()).isBetween(2, requests);
  }

  private static List<String> bodies(List<HttpResponse<byte[]>> answers) {
    return answers.stream().map(answer -> new String(answer.body(), US_ASCII)).toList();
  }
}
