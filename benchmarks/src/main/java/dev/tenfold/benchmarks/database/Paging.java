package dev.tenfold.benchmarks.database;

import dev.tenfold.benchmarks.data.Keys;
import dev.tenfold.benchmarks.postgres.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
 * How long does it take to read one page of a long list, by how many rows come before it?
 *
 * <p>The score is a page of twenty rows in the list's order, for which there is an index. {@code
 * offset} makes the server count off all {@code depth} rows before it, so that reading a list to
 * its end takes time by the square of its length. {@code keyset} tells where the page before ended,
 * and the index finds that place: the time hardly depends on the depth. The price is that a reader
 * can go to the next page but not to page seven, and that the order must be without ties: here the
 * id breaks them.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Paging.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Paging {
  /** In rows. */
  static final int PAGE = 20;

  static final String OFFSET =
      "SELECT title FROM article ORDER BY posted, id LIMIT " + PAGE + " OFFSET ?";
  static final String KEYSET =
      "SELECT title FROM article WHERE (posted, id) > (?, ?) ORDER BY posted, id LIMIT " + PAGE;

  private static final int ROWS = 20_000;
  private static final int PICKS = 1 << 10;

  /** How many rows come before the pages, and up to a tenth more. */
  @Param({"100", "1000", "10000"})
  public int depth;

  Connection connection;
  private Schema schema;
  private PreparedStatement offset;
  private PreparedStatement keyset;
  private int[] picks;
  private int next;

  @Setup
  public void load() throws SQLException {
    schema = Schema.open();
    connection = schema.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE article (id int PRIMARY KEY, posted int NOT NULL, title text NOT NULL)");
      // Three articles are posted in the same moment.
      statement.execute(
          "INSERT INTO article SELECT id, id / 3, 'On the number ' || id FROM generate_series(0, "
              + (ROWS - 1)
              + ") AS id");
      statement.execute("CREATE INDEX ON article (posted, id)");
      statement.execute("VACUUM ANALYZE article");
    }
    offset = connection.prepareStatement(OFFSET);
    keyset = connection.prepareStatement(KEYSET);
    picks = Keys.picks(depth / 10, PICKS, 1);
  }

  @Benchmark
  public List<String> offset() throws SQLException {
    offset.setInt(1, rowsBefore());
    return titles(offset);
  }

  @Benchmark
  public List<String> keyset() throws SQLException {
    // What a program knows from the page before: its last row.
    int last = rowsBefore() - 1;
    keyset.setInt(1, last / 3);
    keyset.setInt(2, last);
    return titles(keyset);
  }

  private int rowsBefore() {
    return depth + picks[next++ & (PICKS - 1)];
  }

  private static List<String> titles(PreparedStatement page) throws SQLException {
    List<String> titles = new ArrayList<>(PAGE);
    try (ResultSet rows = page.executeQuery()) {
      while (rows.next()) {
        titles.add(rows.getString(1));
      }
    }
    return titles;
  }

  @TearDown
  public void close() throws SQLException {
    connection.close();
    schema.close();
  }
}
