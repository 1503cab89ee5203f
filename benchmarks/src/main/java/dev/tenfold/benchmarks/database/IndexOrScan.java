package dev.tenfold.benchmarks.database;

import dev.tenfold.benchmarks.data.Keys;
import dev.tenfold.benchmarks.postgres.Schema;
import java.sql.Connection;
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
 * From how many rows of a table on does an index pay, for a query of one row and for one of a
 * hundred neighbours?
 *
 * <p>The score is one query, whose answer is one number. Read how it grows with the size: a scan
 * reads every row, an index some levels of its tree, whose number hardly changes. The rows lie in
 * no order, so that a hundred neighbours in the index are a hundred places in the table: that is
 * what the index-only scan saves, whose index holds the value beside the key. What an index costs
 * each write is not in these numbers.
 *
 * <p>With an index there, other plans are forbidden: of a small table the planner would rather scan
 * all, and half of a curve would be another alternative's.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.IndexOrScan.*'
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class IndexOrScan {
  /** In rows. */
  static final int RANGE = 100;

  private static final int PICKS = 1 << 10;

  /**
   * A state of its own and not the benchmark's class: of that, JMH would make two instances if the
   * states below depended on it, and the one with the index would not be the one that is asked.
   */
  @State(Scope.Thread)
  public static class Table {
    @Param({"1000", "10000", "100000"})
    public int size;

    Connection connection;
    Readings readings;
    private Schema schema;
    private int[] picks;
    private int next;

    @Setup
    public void load() throws SQLException {
      schema = Schema.open();
      connection = schema.connect();
      readings = new Readings(connection, size);
      picks = Keys.picks(size - RANGE + 1, PICKS, 2);
    }

    private void index(String columns) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE INDEX ON reading " + columns);
        statement.execute("SET enable_seqscan = off");
        statement.execute("SET enable_bitmapscan = off");
      }
    }

    private long row() throws SQLException {
      return readings.row(picked(next++));
    }

    private long range() throws SQLException {
      int first = picked(next++);
      return readings.range(first, first + RANGE - 1);
    }

    /** The rank of the key that the query of this number asks for, or begins with. */
    int picked(int query) {
      return picks[query & (PICKS - 1)];
    }

    @TearDown
    public void close() throws SQLException {
      connection.close();
      schema.close();
    }
  }

  /** Only the index of the measured method is made. */
  @State(Scope.Thread)
  public static class Indexed {
    private Table table;

    @Setup
    public void make(Table unindexed) throws SQLException {
      table = unindexed;
      table.index("(key)");
    }
  }

  @State(Scope.Thread)
  public static class Covered {
    private Table table;

    @Setup
    public void make(Table unindexed) throws SQLException {
      table = unindexed;
      table.index("(key) INCLUDE (value)");
    }
  }

  @Benchmark
  public long rowBySequentialScan(Table table) throws SQLException {
    return table.row();
  }

  @Benchmark
  public long rowByIndexScan(Indexed indexed) throws SQLException {
    return indexed.table.row();
  }

  @Benchmark
  public long rangeBySequentialScan(Table table) throws SQLException {
    return table.range();
  }

  @Benchmark
  public long rangeByIndexScan(Indexed indexed) throws SQLException {
    return indexed.table.range();
  }

  @Benchmark
  public long rangeByIndexOnlyScan(Covered covered) throws SQLException {
    return covered.table.range();
  }
}
