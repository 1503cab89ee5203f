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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.postgresql.PGStatement;

/**
 * What does a query that is asked again and again gain from being prepared, and must the program
 * keep the prepared statement?
 *
 * <p>The score is one execution of a query by a primary key. What preparing saves is the server's
 * parsing and planning, and the more tables a query joins, the more that is; this query is the one
 * that gains least. A program that borrows its connection cannot keep a statement: {@code
 * preparedAnew} is what it does, and it is saved by the driver, which remembers the text.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.StatementReuse.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class StatementReuse {
  Connection connection;
  private Accounts accounts;
  private PreparedStatement prepared;
  private PreparedStatement unprepared;

  @Setup
  public void open() throws SQLException {
    accounts = Accounts.open();
    connection = accounts.connect();
    prepared = connection.prepareStatement(Accounts.BALANCE);
    unprepared = connection.prepareStatement(Accounts.BALANCE);
    unprepared.unwrap(PGStatement.class).setPrepareThreshold(0);
  }

  /** Another text for each account; with anything but a number in it, a hole for attackers. */
  @Benchmark
  public int literal(Ids ids) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT balance FROM account WHERE id = " + ids.next())) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Kept by the program, but parsed and planned by the server each time: prepareThreshold=0. */
  @Benchmark
  public int unprepared(Ids ids) throws SQLException {
    return Accounts.balance(unprepared, ids.next());
  }

  /** Kept by the program and, from the fifth execution on, by the server. */
  @Benchmark
  public int prepared(Ids ids) throws SQLException {
    return Accounts.balance(prepared, ids.next());
  }

  /** Prepared and closed around each execution; the driver and the server keep it all the same. */
  @Benchmark
  public int preparedAnew(Ids ids) throws SQLException {
    return Accounts.balance(connection, ids.next());
  }

  @TearDown
  public void close() throws SQLException {
    connection.close();
    accounts.close();
  }
}
