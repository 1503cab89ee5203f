package dev.tenfold.benchmarks.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a request save that borrows its connection from a pool and does not open one of its
 * own?
 *
 * <p>The score is a connection, one short query, and giving the connection back or closing it. To
 * open one means several round trips and a new process in the server, whose memory of tables and
 * statements is empty. The saving is a lower bound: passwords and TLS, which each opening pays for
 * too, are not asked for here.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ConnectionReuse.*'
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ConnectionReuse {
  @State(Scope.Thread)
  public static class Data {
    private Accounts accounts;

    @Setup
    public void open() throws SQLException {
      accounts = Accounts.open();
    }

    @TearDown
    public void close() throws SQLException {
      accounts.close();
    }
  }

  @State(Scope.Thread)
  public static class Pool {
    private HikariDataSource connections;

    @Setup
    public void open(Data data) {
      connections = data.accounts.pool(1);
    }

    @TearDown
    public void close() {
      connections.close();
    }
  }

  @Benchmark
  public int opened(Data data, Ids ids) throws SQLException {
    try (Connection connection = data.accounts.connect()) {
      return Accounts.balance(connection, ids.next());
    }
  }

  @Benchmark
  public int pooled(Pool pool, Ids ids) throws SQLException {
    try (Connection connection = pool.connections.getConnection()) {
      return Accounts.balance(connection, ids.next());
    }
  }
}
