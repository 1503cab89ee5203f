package dev.tenfold.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class ConnectionReuseTest {
  @Test
  void bothWaysGiveTheSameAnswers() throws SQLException {
    ConnectionReuse benchmark = new ConnectionReuse();
    benchmark.open();
    ConnectionReuse.Pool pool = new ConnectionReuse.Pool();
    pool.open(benchmark);
    Ids forOpened = new Ids();
    Ids forPooled = new Ids();
    Ids expected = new Ids();
    try {
      for (int i = 0; i < 50; i++) {
        int balance = Balances.of(expected.next());
        assertThat(benchmark.opened(forOpened)).isEqualTo(balance);
        assertThat(benchmark.pooled(pool, forPooled)).isEqualTo(balance);
      }
    } finally {
      pool.close();
      benchmark.close();
    }
  }
}
