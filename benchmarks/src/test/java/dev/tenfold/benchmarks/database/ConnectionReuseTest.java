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
    ConnectionReuse.Data data = new ConnectionReuse.Data();
    data.open();
    ConnectionReuse.Pool pool = new ConnectionReuse.Pool();
    pool.open(data);
    Ids forOpened = new Ids();
    Ids forPooled = new Ids();
    Ids expected = new Ids();
    try {
      for (int i = 0; i < 50; i++) {
        int balance = Balances.of(expected.next());
        assertThat(benchmark.opened(data, forOpened)).isEqualTo(balance);
        assertThat(benchmark.pooled(pool, forPooled)).isEqualTo(balance);
      }
    } finally {
      pool.close();
      data.close();
    }
  }
}
