package dev.tenfold.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.SQLException;
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

  private final IndexOrScan scanned = new IndexOrScan();
  private final IndexOrScan indexed = new IndexOrScan();
  private final IndexOrScan covered = new IndexOrScan();
  private final IndexOrScan.Indexed index = new IndexOrScan.Indexed();
  private final IndexOrScan.Covered cover = new IndexOrScan.Covered();

  private void load(int size) throws SQLException {
    for (IndexOrScan benchmark : new IndexOrScan[] {scanned, indexed, covered}) {
      benchmark.size = size;
      benchmark.load();
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
      assertThat(scanned.rowBySequentialScan()).isEqualTo(value);
      assertThat(indexed.rowByIndexScan(index)).isEqualTo(value);
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
      assertThat(scanned.rangeBySequentialScan()).isEqualTo(sum);
      assertThat(indexed.rangeByIndexScan(index)).isEqualTo(sum);
      assertThat(covered.rangeByIndexOnlyScan(cover)).isEqualTo(sum);
    }
  }

  private static String rowPlan(IndexOrScan benchmark) throws SQLException {
    return Plan.of(benchmark.connection, Readings.ROW, benchmark.readings.key(10));
  }

  private static String rangePlan(IndexOrScan benchmark) throws SQLException {
    return Plan.of(
        benchmark.connection,
        Readings.RANGE,
        benchmark.readings.key(10),
        benchmark.readings.key(10 + IndexOrScan.RANGE - 1));
  }
}
