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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many connections should a pool keep for eight threads that ask a short query each, over and
 * over?
 *
 * <p>The score is the throughput of all threads together: higher is better. It rises with the
 * connections until the server's processors are busy; take the smallest pool that reaches the top,
 * because each connection more is a process of the server. With sixteen, eight are never lent. The
 * server shares this machine's processors with the threads, so that the top comes at few
 * connections; where a query waits for a disk or a network, it comes later.
 *
 * <p>Eight threads are more than this project measures with elsewhere: they spend their time
 * waiting, for a connection and for the server, and not on a processor.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.PoolSize.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(8)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class PoolSize {
  @Param({"1", "2", "4", "8", "16"})
  public int connections;

  HikariDataSource pool;
  private Accounts accounts;

  @Setup
  public void open() throws SQLException {
    accounts = Accounts.open();
    pool = accounts.pool(connections);
  }

  @Benchmark
  public int query(Ids ids) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return Accounts.balance(connection, ids.next());
    }
  }

  @TearDown
  public void close() throws SQLException {
    pool.close();
    accounts.close();
  }
}
