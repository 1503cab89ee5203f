package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class CommitsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void bothWaysCommitTheSameRowsAndOnlyOneOfThemInOneTransaction(int size) throws SQLException {
    List<Payment> payments = List.of(Payment.draw(size));
    Commits benchmark = new Commits();
    benchmark.size = size;
    benchmark.open();
    try {
      benchmark.empty();
      assertThat(benchmark.autocommit()).isEqualTo(size);
      assertThat(StoredPayments.in(benchmark.ledger)).isEqualTo(payments);
      assertThat(StoredPayments.transactions(benchmark.ledger)).isEqualTo(size);

      benchmark.empty();
      assertThat(benchmark.oneTransaction()).isEqualTo(size);
      assertThat(StoredPayments.in(benchmark.ledger)).isEqualTo(payments);
      assertThat(StoredPayments.transactions(benchmark.ledger)).isEqualTo(1);
    } finally {
      benchmark.close();
    }
  }
}
