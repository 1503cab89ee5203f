package dev.tenfold.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {

  @Test
  void aLineOfJmh121IsRead() {
    String text = "JMH S 3 b.B S 23 b.generated.B_g_jmhTest S 1 g S 10 Throughput E A 2 1 2 1 1 E ";
    assertThat(Listing.Line.of(text))
        .contains(new Listing.Line("b.B", "b.generated.B_g_jmhTest", "g", text));
    assertThat(Listing.Line.of(text).orElseThrow().benchmark()).isEqualTo("b.B.g");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JMH",
        "JMH S",
        "JMH S 3 b.B S 23 b.generated",
        "JMH S 3 b.B I 1 2 S 1 g ",
        "JMH S -3 b.B S 1 x S 1 g ",
        "JMH S 99999999999 b.B S 1 x S 1 g ",
        "b.B.g,b.generated.B_g.g_Throughput,Throughput,[1],{}",
      })
  void aLineInAnotherFormIsNot(String text) {
    assertThat(Listing.Line.of(text)).isEmpty();
  }

  @Test
  void whatJmhReadsOverIsReadOver() {
    assertThat(Listing.effective("# a comment\n\na\n  \nb\n")).containsExactly("a", "b");
  }
}
