package dev.tenfold.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class StatementReuseTest {
  private interface Query {
    int ask(StatementReuse benchmark, Ids ids) throws SQLException;
  }

  static Stream<Arguments> alternatives() {
    return Stream.of(
        alternative("literal", StatementReuse::literal, 0),
        alternative("unprepared", StatementReuse::unprepared, 0),
        alternative("prepared", StatementReuse::prepared, 1),
        alternative("preparedAnew", StatementReuse::preparedAnew, 1));
  }

  private static Arguments alternative(String name, Query query, int kept) {
    return Arguments.of(name, query, kept);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alternatives")
  void theAnswersAreRightAndTheServerKeepsTheStatementsItShould(String name, Query query, int kept)
      throws SQLException {
    StatementReuse benchmark = new StatementReuse();
    benchmark.open();
    Ids asked = new Ids();
    Ids expected = new Ids();
    try {
      for (int i = 0; i < 50; i++) {
        assertThat(query.ask(benchmark, asked)).isEqualTo(Balances.of(expected.next()));
      }
      assertThat(keptByServer(benchmark)).isEqualTo(kept);
    } finally {
      benchmark.close();
    }
  }

  private static int keptByServer(StatementReuse benchmark) throws SQLException {
    try (Statement statement = benchmark.connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%balance%'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
