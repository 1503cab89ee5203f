package dev.tenfold.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ClientTest {
  @Test
  void anAnswerThatIsAnErrorIsNotTaken() throws Exception {
    Client client = new Client(HttpClient.Version.HTTP_1_1);
    try (Origin origin =
        ServerKind.JETTY.open(
            query -> {
              throw new IOException("There is no " + query + ".");
            })) {
      assertThatIllegalStateException()
          .isThrownBy(() -> client.get(origin.get("item")))
          .withMessageContaining("answered 500");
      assertThatIllegalStateException()
          .isThrownBy(() -> client.getAtOnce(List.of(origin.get("item"))))
          .withMessageContaining("answered 500");
    }
  }
}
