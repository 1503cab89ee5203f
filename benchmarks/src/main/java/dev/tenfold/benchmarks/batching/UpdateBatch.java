package dev.tenfold.benchmarks.batching;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
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
 * How long does it take to update rows over JDBC in one transaction, by how many are sent together,
 * in a batch of statements or in one statement with arrays?
 *
 * <p>The score is a whole transaction: divide by the size for one row. {@code
 * reWriteBatchedInserts} does nothing for updates, so a batch saves the waits and leaves a
 * statement for every row to the server; {@code arrays} saves those too, by a join with {@code
 * unnest}. The two mean the same only while no row comes twice: a batch then updates it twice and a
 * join once.
 *
 * <p>Every batch changes other rows, at random places of ten thousand. An update leaves the old
 * version of a row behind. The pages are half empty, so that it can be replaced in its page, and
 * the table is vacuumed between iterations. The commits do not wait for the disk, for the reason
 * told in {@link InsertBatch}.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.UpdateBatch.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class UpdateBatch {
  static final int ACCOUNTS = 10_000;

  /** Each divides the number of accounts, so that no batch has one twice. */
  @Param({"1", "10", "100"})
  public int size;

  Ledger ledger;
  private Connection connection;
  private PreparedStatement single;
  private PreparedStatement joined;
  private Payment[] payments;
  private int next;

  @Setup
  public void open() throws SQLException {
    payments = Payment.draw(ACCOUNTS);
    ledger = Ledger.open();
    connection = ledger.hasty("reWriteBatchedInserts=true");
    fill();
    single = connection.prepareStatement("UPDATE account SET cents = cents + ? WHERE id = ?");
    joined =
        connection.prepareStatement(
            """
            UPDATE account SET cents = account.cents + change.cents
            FROM unnest(?::int[], ?::bigint[]) AS change (id, cents)
            WHERE account.id = change.id\
            """);
  }

  /** In the order of their numbers: those of a batch are then spread over the pages. */
  private void fill() throws SQLException {
    try (PreparedStatement accounts =
        connection.prepareStatement(
            "INSERT INTO account (id, cents)"
                + " SELECT id, 0 FROM unnest(?::int[]) AS paid (id) ORDER BY id")) {
      accounts.setObject(1, Arrays.stream(payments).mapToInt(Payment::account).toArray());
      accounts.executeUpdate();
    }
    connection.commit();
    ledger.execute("ANALYZE account");
  }

  @Setup(Level.Iteration)
  public void vacuum() throws SQLException {
    ledger.execute("VACUUM account");
  }

  @TearDown
  public void close() throws SQLException {
    ledger.close();
  }

  @Benchmark
  public int batch() throws SQLException {
    for (int i = 0; i < size; i++) {
      Payment payment = next();
      single.setLong(1, payment.cents());
      single.setInt(2, payment.account());
      single.addBatch();
    }
    int rows = 0;
    for (int count : single.executeBatch()) {
      rows += count;
    }
    connection.commit();
    return rows;
  }

  @Benchmark
  public int arrays() throws SQLException {
    int[] accounts = new int[size];
    long[] cents = new long[size];
    for (int i = 0; i < size; i++) {
      Payment payment = next();
      accounts[i] = payment.account();
      cents[i] = payment.cents();
    }
    joined.setObject(1, accounts);
    joined.setObject(2, cents);
    int rows = joined.executeUpdate();
    connection.commit();
    return rows;
  }

  private Payment next() {
    Payment payment = payments[next];
    next = (next + 1) % ACCOUNTS;
    return payment;
  }
}
