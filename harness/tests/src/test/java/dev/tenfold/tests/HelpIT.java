package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jar tells of itself. */
class HelpIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "run",
        "compare",
        "merge",
        "baseline",
        "report",
        "comment",
        "calibrate",
        "init",
        "doctor"
      })
  void everyCommandHasHelpWithExamples(String command) {
    Ended help = Cli.in(directory).run(command, "--help").exits(0);
    assertThat(help.out()).contains("Usage: tenfold " + command).containsPattern("Examples?:");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void theWholeHasHelpWithExamplesAndExitCodes() {
    Cli.in(directory).run("--help").exits(0).says("Examples:", "Exit codes:", "130", "interrupted");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    Cli.in(directory).run("--version").exits(0).says("tenfold 0.").neverSays("not packaged");
  }

  @Test
  void withoutACommandItIsSaidWhichThereAre() {
    Cli.in(directory).run().refuses("Say what to do", "Try: tenfold --help");
  }

  @Test
  void theCompletionIsAScriptThatKnowsTheOptions() {
    Ended script = Cli.in(directory).run("generate-completion").exits(0);
    assertThat(script.out()).startsWith("#!").contains("complete -F", "--require-baseline");
  }
}
