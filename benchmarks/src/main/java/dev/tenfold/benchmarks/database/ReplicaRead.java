package dev.tenfold.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
 * Does a read from a streaming replica cost more than one from the primary?
 *
 * <p>The score is one row by its primary key, from memory, with nobody writing. It should be the
 * same for both: then a replica is worth what it takes off the primary, at the price that it lags.
 * Where it is slower, it is the replica that has a problem. Needs {@code TENFOLD_REPLICA_JDBC_URL}.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ReplicaRead.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ReplicaRead {
  /** Which of the two servers is asked. */
  public enum From {
    PRIMARY,
    REPLICA
  }

  @Param public From from;

  Connection connection;
  private Accounts accounts;
  private PreparedStatement query;

  @Setup
  public void open() throws SQLException {
    accounts = Accounts.open();
    connection = from == From.REPLICA ? accounts.connectToReplica() : accounts.connect();
    query = connection.prepareStatement(Accounts.BALANCE);
  }

  @Benchmark
  public int read(Ids ids) throws SQLException {
    return Accounts.balance(query, ids.next());
  }

  @TearDown
  public void close() throws SQLException {
    connection.close();
    accounts.close();
  }
}
