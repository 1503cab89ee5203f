package dev.tenfold.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class RelatedRowsTest {
  private final RelatedRows one = new RelatedRows();
  private final RelatedRows many = new RelatedRows();
  private final RelatedRows joined = new RelatedRows();

  private void load(int size) throws SQLException {
    for (RelatedRows benchmark : List.of(one, many, joined)) {
      benchmark.size = size;
      benchmark.load();
    }
  }

  /** Otherwise it would be compared with scans of the whole table. */
  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void theJoinFindsLinesByTheirIndexAsTheOthersDo(int size) throws SQLException {
    load(size);
    assertThat(Plan.of(joined.connection, Orders.WITH_LINES, 5))
        .contains("Nested Loop", "Index Scan using line_pkey")
        .doesNotContain("Seq Scan");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void everyWayReadsTheSameOrdersWithTheSameLines(int size) throws SQLException {
    load(size);
    for (int i = 0; i < 20; i++) {
      List<Order> orders = one.queryPerOrder();
      assertThat(many.anyArray()).isEqualTo(orders);
      assertThat(joined.join()).isEqualTo(orders);
      assertThat(orders)
          .hasSize(size)
          .allSatisfy(order -> assertThat(order.lines()).hasSize(1 + order.id() % 9))
          .extracting(order -> order.id() % (Orders.COUNT / size))
          .containsOnly(orders.get(0).id() % (Orders.COUNT / size));
    }
  }

  @AfterEach
  void close() throws SQLException {
    one.close();
    many.close();
    joined.close();
  }
}
