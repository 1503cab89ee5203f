package dev.tenfold.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {
  private static final int ADDITIONS = 200_000;

  @Test
  void countersThatReturnTheirTotalLoseNoAddition() throws Exception {
    Counters counters = new Counters();
    add(thread -> counters.synchronizedLong());
    add(thread -> counters.atomicLong());
    assertThat(counters.synchronizedLong()).isEqualTo(2 * ADDITIONS + 1);
    assertThat(counters.atomicLong()).isEqualTo(2 * ADDITIONS + 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void countersInPartsLoseNoAddition(boolean read) throws Exception {
    Counters counters = new Counters();
    Counters.Reading reading = reading(read);
    add(thread -> counters.longAdder(reading));
    add(thread -> counters.striped(thread, reading));
    add(thread -> counters.padded(thread, reading));
    Counters.Stripe any = stripe(1);
    assertThat(counters.longAdder(reading(true))).isEqualTo(2 * ADDITIONS + 1);
    assertThat(counters.striped(any, reading(true))).isEqualTo(2 * ADDITIONS + 1);
    assertThat(counters.padded(any, reading(true))).isEqualTo(2 * ADDITIONS + 1);
  }

  @Test
  void eachThreadHasAStripeOfItsOwn() {
    Counters counters = new Counters();
    Counters.Reading unread = reading(false);
    for (int thread = 0; thread < Counters.THREADS; thread++) {
      assertThat(counters.striped(stripe(thread), unread)).isEqualTo(1);
      assertThat(counters.padded(stripe(thread), unread)).isEqualTo(1);
    }
  }

  @Test
  void moreThreadsThanStripesLoseNoAdditionEither() throws Exception {
    Stripes stripes = new Stripes(1, Long.BYTES);
    add(thread -> stripes.increment(0));
    assertThat(stripes.sum()).isEqualTo(2 * ADDITIONS);
  }

  private static void add(ToLongFunction<Counters.Stripe> addition) throws Exception {
    TwoThreads.results(
        thread -> {
          Counters.Stripe stripe = stripe(thread);
          long last = 0;
          for (int i = 0; i < ADDITIONS; i++) {
            last = addition.applyAsLong(stripe);
          }
          return last;
        });
  }

  private static Counters.Stripe stripe(int thread) {
    Counters.Stripe stripe = new Counters.Stripe();
    stripe.choose(TwoThreads.params(thread));
    return stripe;
  }

  private static Counters.Reading reading(boolean read) {
    Counters.Reading reading = new Counters.Reading();
    reading.read = read;
    return reading;
  }
}
