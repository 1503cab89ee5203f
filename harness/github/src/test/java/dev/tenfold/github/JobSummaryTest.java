package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSummaryTest {
  @TempDir private Path directory;

  @Test
  void whatIsThereStaysAndTheRestIsAddedBehindIt() throws IOException {
    Path file = directory.resolve("summary.md");
    JobSummary.append(file, List.of("one\n"));
    JobSummary.append(file, List.of("two\n", "three\n"));
    assertThat(file).hasContent("one\n\ntwo\n\nthree\n\n");
  }

  @Test
  void aMebibyteIsNeverExceededAndTheCutIsStated() throws IOException {
    Path file = directory.resolve("summary.md");
    JobSummary.append(file, Collections.nCopies(20, "ä".repeat(32_768)));
    assertThat(Files.size(file)).isBetween(900_000L, 1L << 20);
    assertThat(file).content().contains("takes no longer summary: 5 of 20 verdicts are left out.");
    JobSummary.append(file, List.of("more"));
    JobSummary.append(file, List.of("more"));
    assertThat(Files.size(file)).isLessThan(1L << 20);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() {
    assertThatThrownBy(() -> JobSummary.append(directory, List.of("x")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("GITHUB_STEP_SUMMARY");
  }
}
