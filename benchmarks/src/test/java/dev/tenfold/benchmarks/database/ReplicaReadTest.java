package dev.tenfold.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class ReplicaReadTest {
  @ParameterizedTest
  @EnumSource
  void bothServersGiveTheSameAnswers(ReplicaRead.From from) throws SQLException {
    PostgresServer.assumeReplica();
    ReplicaRead benchmark = new ReplicaRead();
    benchmark.from = from;
    benchmark.open();
    Ids asked = new Ids();
    Ids expected = new Ids();
    try {
      for (int i = 0; i < 50; i++) {
        assertThat(benchmark.read(asked)).isEqualTo(Balances.of(expected.next()));
      }
      assertThat(isReplica(benchmark.connection)).isEqualTo(from == ReplicaRead.From.REPLICA);
    } finally {
      benchmark.close();
    }
  }

  private static boolean isReplica(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT pg_is_in_recovery()")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
