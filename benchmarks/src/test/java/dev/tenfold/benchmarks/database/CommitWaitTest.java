package dev.tenfold.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class CommitWaitTest {
  private static final int UPDATES = 100;

  private final CommitWait benchmark = new CommitWait();
  private final Ids ids = new Ids();

  private void open(String waitsFor) throws SQLException {
    PostgresServer.assumeReplica();
    benchmark.waitsFor = waitsFor;
    benchmark.open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "local", "remote_apply"})
  void everyUpdateIsThereWhateverItsCommitWaitedFor(String waitsFor) throws SQLException {
    open(waitsFor);
    try (Connection connection = benchmark.accounts.connect()) {
      for (int i = 0; i < UPDATES; i++) {
        assertThat(benchmark.update(ids)).isOne();
      }
      assertThat(sum(connection)).isEqualTo(Balances.sum() + UPDATES);
    }
    benchmark.close();
  }

  /** Each time, although nobody waits for it here; the other two give no such promise. */
  @Test
  void whatWasAppliedRemotelyIsSeenInTheReplicaAtOnce() throws SQLException {
    open("remote_apply");
    try (Connection replica = benchmark.accounts.connectToReplica()) {
      for (int i = 1; i <= UPDATES; i++) {
        benchmark.update(ids);
        assertThat(sum(replica)).isEqualTo(Balances.sum() + i);
      }
    }
    benchmark.close();
  }

  private static long sum(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sum(balance) FROM account")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
