package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void theCommandsOfItsShellBlocksAreFoundAndNothingElse() throws IOException {
    try (InputStream sample = ReadmeTest.class.getResourceAsStream("README-sample.md")) {
      assertThat(Readme.of(new String(sample.readAllBytes(), StandardCharsets.UTF_8)).commands())
          .containsExactly(
              "mvn verify -Dtenfold.skip",
              "mvn -pl benchmarks verify -Dtenfold.forks=10 -Dtenfold.include='*.ListSum.*'",
              "java -jar harness/cli/target/tenfold.jar run --include '*.ListSum.array' --out before benchmarks/target/benchmarks.jar",
              "java -jar harness/cli/target/tenfold.jar compare --allow iterations before/run.json before/jmh.json");
    }
  }
}
