package dev.tenfold.benchmarks.batching;

import java.nio.charset.StandardCharsets;
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
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * How long does it take to insert rows over JDBC in one transaction, by how many are sent together
 * and by how they are sent?
 *
 * <p>The score is a whole transaction: divide by the size for one row. {@code size=1} is what one
 * pays who sends row by row and commits each. {@code batch} sends a statement for each row, and
 * waits for the answers of some 250 at once; with {@code reWriteBatchedInserts} the driver makes
 * statements of up to 128 rows out of them, and can no longer tell how many rows each inserted.
 * {@code copy} is the upper bound: no statement for a row at all; but it must begin and be
 * announced before the first row may follow, two waits more than a batch has. Where its line
 * crosses that of a batch is the size from which it pays.
 *
 * <p>The commits do not wait for the server's disk. That wait is the same for all and is the
 * question of {@link Commits}; in here it would hide the difference that is looked for. The table
 * is emptied between iterations, so that it grows for no longer than one. Rolling back in place of
 * committing would not have kept it small: rows that are rolled back stay until a vacuum.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.InsertBatch.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class InsertBatch {
  @Param({"1", "10", "100", "1000"})
  public int size;

  Ledger ledger;
  private Payment[] payments;
  private PreparedStatement plain;
  private PreparedStatement rewritten;
  private CopyManager copies;

  @Setup
  public void open() throws SQLException {
    payments = Payment.draw(size);
    ledger = Ledger.open();
    plain = Ledger.insertion(ledger.hasty("reWriteBatchedInserts=false"));
    rewritten = Ledger.insertion(ledger.hasty("reWriteBatchedInserts=true"));
    copies = plain.getConnection().unwrap(PGConnection.class).getCopyAPI();
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
  public int[] batch() throws SQLException {
    return insert(plain);
  }

  @Benchmark
  public int[] rewrittenBatch() throws SQLException {
    return insert(rewritten);
  }

  private int[] insert(PreparedStatement insertion) throws SQLException {
    for (Payment payment : payments) {
      Ledger.bind(insertion, payment);
      insertion.addBatch();
    }
    int[] counts = insertion.executeBatch();
    insertion.getConnection().commit();
    return counts;
  }

  @Benchmark
  public long copy() throws SQLException {
    StringBuilder lines = new StringBuilder();
    for (Payment payment : payments) {
      lines.append(payment.account()).append('\t');
      lines.append(payment.cents()).append('\t');
      lines.append(payment.note()).append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    CopyIn copy = copies.copyIn("COPY payment (account, cents, note) FROM STDIN");
    copy.writeToCopy(bytes, 0, bytes.length);
    long rows = copy.endCopy();
    plain.getConnection().commit();
    return rows;
  }
}
