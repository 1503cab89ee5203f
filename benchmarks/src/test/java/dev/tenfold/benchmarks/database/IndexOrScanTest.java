package dev.tenfold.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class IndexOrScanTest {
  private static final int QUERIES = 50;

  private final IndexOrScan benchmark = new IndexOrScan();
  private final IndexOrScan.Table scanned = new IndexOrScan.Table();
  private final IndexOrScan.Table indexed = new IndexOrScan.Table();
  private final IndexOrScan.Table covered = new IndexOrScan.Table();
  private final IndexOrScan.Indexed index = new IndexOrScan.Indexed();
  private final IndexOrScan.Covered cover = new IndexOrScan.Covered();

  private void load(int size) throws SQLException {
    for (IndexOrScan.Table table : List.of(scanned, indexed, covered)) {
      table.size = size;
      table.load();
    }
    index.make(indexed);
    cover.make(covered);
  }

  @AfterEach
  void close() throws SQLException {
    scanned.close();
    indexed.close();
    covered.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 10_000, 100_000})
  void everyPlanIsTheOneThatItsNameSays(int size) throws SQLException {
    load(size);
    assertThat(rowPlan(scanned)).contains("Seq Scan on reading").doesNotContain("Parallel");
    assertThat(rowPlan(indexed)).contains("Index Scan using").doesNotContain("Bitmap");
    assertThat(rangePlan(scanned)).contains("Seq Scan on reading").doesNotContain("Parallel");
    assertThat(rangePlan(indexed)).contains("Index Scan using").doesNotContain("Bitmap");
    assertThat(rangePlan(covered)).contains("Index Only Scan using", "Heap Fetches: 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 10_000})
  void everyPlanFindsTheSameRow(int size) throws SQLException {
    load(size);
    for (int i = 0; i < QUERIES; i++) {
      long value = Readings.value(scanned.readings.key(scanned.picked(i)));
      assertThat(benchmark.rowBySequentialScan(scanned)).isEqualTo(value);
      assertThat(benchmark.rowByIndexScan(index)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 10_000})
  void everyPlanAddsUpTheSameRange(int size) throws SQLException {
    load(size);
    for (int i = 0; i < QUERIES; i++) {
      int first = scanned.picked(i);
      long sum =
          IntStream.range(first, first + IndexOrScan.RANGE)
              .map(scanned.readings::key)
              .mapToLong(Readings::value)
              .sum();
      assertThat(benchmark.rangeBySequentialScan(scanned)).isEqualTo(sum);
      assertThat(benchmark.rangeByIndexScan(index)).isEqualTo(sum);
      assertThat(benchmark.rangeByIndexOnlyScan(cover)).isEqualTo(sum);
    }
  }

  private static String rowPlan(IndexOrScan.Table table) throws SQLException {
    return Plan.of(table.connection, Readings.ROW, table.readings.key(10));
  }

  private static String rangePlan(IndexOrScan.Table table) throws SQLException {
    return Plan.of(
        table.connection,
        Readings.RANGE,
        table.readings.key(10),
        table.readings.key(10 + IndexOrScan.RANGE - 1));
  }
}
