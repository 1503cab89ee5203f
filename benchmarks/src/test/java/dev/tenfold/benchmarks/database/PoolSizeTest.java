package dev.tenfold.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class PoolSizeTest {
  private static final int THREADS = 8;

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void eightThreadsAreAnsweredThroughSoManyConnections(int connections) throws Exception {
    PoolSize benchmark = new PoolSize();
    benchmark.connections = connections;
    benchmark.open();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        wrong.add(threads.submit(() -> wrongAnswers(benchmark)));
      }
      for (Future<Integer> answers : wrong) {
        assertThat(answers.get()).isZero();
      }
      assertThat(benchmark.pool.getHikariPoolMXBean().getTotalConnections())
          .isBetween(1, connections);
      assertThat(benchmark.pool.getMinimumIdle()).isEqualTo(connections);
    } finally {
      threads.shutdownNow();
      benchmark.close();
    }
  }

  private static int wrongAnswers(PoolSize benchmark) throws Exception {
    Ids asked = new Ids();
    Ids expected = new Ids();
    int wrong = 0;
    for (int i = 0; i < 200; i++) {
      wrong += benchmark.query(asked) == Balances.of(expected.next()) ? 0 : 1;
    }
    return wrong;
  }
}
