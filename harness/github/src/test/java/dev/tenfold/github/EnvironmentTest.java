package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.run.InputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"ghs_secret\nX-Evil: 1", "ghs secret", "ghs_s\u00e9cret", "ghs_secret\u0000"})
  void aTokenThatIsNoneIsRefusedAndNotShown(String token) {
    Environment environment = Environment.of(Map.of("GITHUB_TOKEN", token));
    assertThatThrownBy(environment::token)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("GITHUB_TOKEN")
        .hasMessageNotContaining("cret");
    assertThat(environment.toString()).doesNotContain("cret");
  }

  @Test
  void theLineEndBehindATokenDoesNotBelongToIt() {
    assertThat(Environment.of(Map.of("GITHUB_TOKEN", "ghs_secret\n")).token())
        .isEqualTo("ghs_secret");
  }

  @Test
  void withoutATokenItIsSaidHowToGiveIt() {
    assertThatThrownBy(() -> Environment.of(Map.of("GITHUB_TOKEN", " ")).token())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("GITHUB_TOKEN: ${{ github.token }}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.github.com",
        "http://127.0.0.1.evil.example",
        "ftp://x",
        "https:",
        "https:///x",
        "http:x",
        "nonsense",
        "https://a b"
      })
  void theTokenIsSentNowhereUnencrypted(String address) {
    assertThatThrownBy(() -> Environment.of(Map.of("GITHUB_API_URL", address)).api())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("GITHUB_API_URL");
  }

  @Test
  void anOwnServerIsTakenByItsAddress() {
    assertThat(Environment.of(Map.of()).api()).isEqualTo("https://api.github.com");
    assertThat(Environment.of(Map.of("GITHUB_API_URL", "https://git.acme.example/api/v3/")).api())
        .isEqualTo("https://git.acme.example/api/v3");
    assertThat(Environment.of(Map.of("GITHUB_API_URL", "http://127.0.0.1:8080")).api())
        .isEqualTo("http://127.0.0.1:8080");
  }
}
