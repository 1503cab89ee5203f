package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.Control;

@Timeout(30)
class QueueDrainTest {
  private static final int ROUNDS = 20;

  private final QueueDrain benchmark = new QueueDrain();
  private final Control control = new Control();
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @BeforeEach
  void draw() {
    benchmark.draw();
  }

  @AfterEach
  void close() {
    other.shutdownNow();
  }

  @Test
  void oneByOneAllItemsArriveInOrder() throws Exception {
    assertArrive(() -> benchmark.oneByOnePut(control), () -> benchmark.oneByOneTake(control));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 1000})
  void drainedAllItemsArriveInOrder(int size) throws Exception {
    QueueDrain.Most most = most(size);
    assertArrive(() -> benchmark.drainToPut(control), () -> benchmark.drainToTake(control, most));
  }

  private void assertArrive(Callable<Integer> put, Callable<List<Payment>> take) throws Exception {
    List<Payment> payments = List.of(Payment.draw(QueueDrain.ITEMS));
    for (int round = 0; round < ROUNDS; round++) {
      Future<Integer> puts = other.submit(put);
      assertThat(take.call()).isEqualTo(payments);
      assertThat(puts.get()).isEqualTo(QueueDrain.ITEMS);
    }
  }

  @Test
  void aProducerWithoutAConsumerGivesUpAtTheEnd() throws Exception {
    assertThat(benchmark.oneByOnePut(control)).isEqualTo(QueueDrain.ITEMS);
    Future<Integer> puts = other.submit(() -> benchmark.oneByOnePut(control));
    control.stopMeasurement = true;
    assertThat(puts.get()).isLessThan(QueueDrain.ITEMS);
  }

  @Test
  void aConsumerWithoutAProducerGivesUpAtTheEnd() throws Exception {
    Future<List<Payment>> oneByOne = other.submit(() -> benchmark.oneByOneTake(control));
    control.stopMeasurement = true;
    assertThat(oneByOne.get()).isEmpty();
    assertThat(benchmark.drainToTake(control, most(10))).isEmpty();
  }

  private static QueueDrain.Most most(int size) {
    QueueDrain.Most most = new QueueDrain.Most();
    most.size = size;
    return most;
  }
}
