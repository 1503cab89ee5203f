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
class PagingTest {
  private final Paging counted = new Paging();
  private final Paging found = new Paging();

  private void load(int depth) throws SQLException {
    for (Paging benchmark : List.of(counted, found)) {
      benchmark.depth = depth;
      benchmark.load();
    }
  }

  @AfterEach
  void close() throws SQLException {
    counted.close();
    found.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 10_000})
  void bothWaysGiveTheSamePageAtThatDepth(int depth) throws SQLException {
    load(depth);
    for (int i = 0; i < 50; i++) {
      List<String> page = counted.offset();
      assertThat(found.keyset()).isEqualTo(page);
      int first = Integer.parseInt(page.get(0).replaceAll("\\D", ""));
      assertThat(first).isBetween(depth, depth + depth / 10);
      assertThat(page)
          .isEqualTo(
              IntStream.range(first, first + Paging.PAGE)
                  .mapToObj(id -> "On the number " + id)
                  .toList());
    }
  }

  /** A sort would make both read the whole list. */
  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 10_000})
  void bothWaysFollowTheIndex(int depth) throws SQLException {
    load(depth);
    assertThat(Plan.of(counted.connection, Paging.OFFSET, depth))
        .contains("Index Scan using article_posted_id_idx")
        .doesNotContain("Sort");
    assertThat(Plan.of(found.connection, Paging.KEYSET, depth / 3, depth))
        .contains("Index Scan using article_posted_id_idx")
        .contains("Index Cond: (ROW(posted, id) >")
        .doesNotContain("Sort");
  }
}
