package dev.tenfold.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a commit cost, by what it waits for: nothing, this server's disk, or that a replica
 * shows it?
 *
 * <p>The score is one update of one row, committed. With {@code off} a crash of the server loses
 * the commits of the last fraction of a second, and no more than that: nothing is damaged. With
 * {@code local} they survive the server, with {@code remote_apply} its disk too, and whoever reads
 * from the replica after a commit sees it. The difference between the first two is the disk's, that
 * between the last two one of a network, which is missing here, and of two disks, which are one
 * here. Needs {@code TENFOLD_REPLICA_JDBC_URL} and a primary that has that replica in {@code
 * synchronous_standby_names}.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.CommitWait.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class CommitWait {
  /** As PostgreSQL spells the values of {@code synchronous_commit}. */
  @Param({"off", "local", "remote_apply"})
  public String waitsFor;

  Accounts accounts;
  private Connection connection;
  private PreparedStatement update;

  @Setup
  public void open() throws SQLException {
    accounts = Accounts.open();
    accounts.connectToReplica().close();
    connection = accounts.connect();
    try (Statement statement = connection.createStatement()) {
      requireSynchronousReplica(statement);
      statement.execute("SET synchronous_commit = " + waitsFor);
    }
    update = connection.prepareStatement("UPDATE account SET balance = balance + 1 WHERE id = ?");
  }

  /** Where the primary does not wait for its replica, all of {@code remote_apply} is local. */
  private static void requireSynchronousReplica(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')")) {
      rows.next();
      if (rows.getInt(1) == 0) {
        throw new IllegalStateException(
            "The primary waits for no replica: set its synchronous_standby_names to '*' and its "
                + "synchronous_commit to local, and let the user read pg_stat_replication.");
      }
    }
  }

  @Benchmark
  public int update(Ids ids) throws SQLException {
    update.setInt(1, ids.next());
    return update.executeUpdate();
  }

  @TearDown
  public void close() throws SQLException {
    connection.close();
    accounts.close();
  }
}
