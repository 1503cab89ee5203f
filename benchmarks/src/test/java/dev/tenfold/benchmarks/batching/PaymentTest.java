package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaymentTest {
  @Test
  void everyPaymentHasTheSameNumberOfBytesAndAnAccountOfItsOwn() throws IOException {
    Payment[] payments = Payment.draw(10_000);
    for (Payment payment : payments) {
      assertThat(payment.bytes()).hasSize(Payment.BYTES);
      assertThat(payment.cents()).isPositive();
      assertThat(payment.note()).matches("[a-z]+");
    }
    assertThat(Arrays.stream(payments).map(Payment::account)).doesNotHaveDuplicates();
  }

  @Test
  void moreOfThemBeginLikeFewer() {
    assertThat(Payment.draw(100)).startsWith(Payment.draw(10));
  }

  @Test
  void recordsFollowThePaymentsAndBeginAgainAfterTheLast() throws IOException {
    Records records = new Records();
    for (Payment payment : Payment.draw(1024)) {
      assertThat(records.next()).isEqualTo(payment.bytes());
    }
    assertThat(records.next()).isEqualTo(Payment.draw(1)[0].bytes());
  }
}
