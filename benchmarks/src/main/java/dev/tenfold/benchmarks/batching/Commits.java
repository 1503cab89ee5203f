package dev.tenfold.benchmarks.batching;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * What does it cost to insert rows one by one with autocommit, against the same statements in one
 * transaction?
 *
 * <p>The score is all rows: divide by the size for one. Nothing is batched here, each row is a
 * statement that is waited for; what differs is how often the server waits for its disk. A row in a
 * transaction of its own takes one trip to the server with autocommit and two without; from the
 * second row on the transaction saves a wait for the disk for each. How much that is is a property
 * of the disk: on one with a cache that survives a loss of power it may be little.
 *
 * <p>What the statements themselves cost, and what batches of them save, is the question of {@link
 * InsertBatch}. The table is emptied between iterations.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Commits.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Commits {
  @Param({"1", "10"})
  public int size;

  Ledger ledger;
  private Payment[] payments;
  private PreparedStatement alone;
  private PreparedStatement together;

  @Setup
  public void open() throws SQLException {
    payments = Payment.draw(size);
    ledger = Ledger.open();
    alone = Ledger.insertion(ledger.durable());
    Connection connection = ledger.durable();
    connection.setAutoCommit(false);
    together = Ledger.insertion(connection);
  }

  @Setup(Level.Iteration)
  public void empty() throws SQLException {
    ledger.emptyPayments();
  }

  @TearDown
  public void close() throws SQLException {
    ledger.close();
  }

  @Benchmark
  public int autocommit() throws SQLException {
    return insert(alone);
  }

  @Benchmark
  public int oneTransaction() throws SQLException {
    int rows = insert(together);
    together.getConnection().commit();
    return rows;
  }

  private int insert(PreparedStatement insertion) throws SQLException {
    int rows = 0;
    for (Payment payment : payments) {
      Ledger.bind(insertion, payment);
      rows += insertion.executeUpdate();
    }
    return rows;
  }
}
