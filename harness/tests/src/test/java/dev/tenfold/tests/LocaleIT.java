package dev.tenfold.tests;

import static dev.tenfold.tests.JmhJson.fork;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits, commas and the Turkish i: what the language of the user must not change. */
class LocaleIT {
  @TempDir private Path directory;

  @BeforeEach
  void twoRuns() {
    JmhJson.write(directory.resolve("base.json"), fork(100, 101, 102), fork(101, 102, 103));
    JmhJson.write(directory.resolve("head.json"), fork(1331, 1342, 1353), fork(1342, 1353, 1364));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "json", "junit"})
  void everyFormatIsTheSameInEveryLanguage(String format) {
    String[] compare = {
      "compare", "--threshold", "2.5%", "--format", format, "base.json", "head.json"
    };
    String plain = in("en", "US").run(compare).exits(2).out();
    assertThat(in("ar", "EG").run(compare).exits(2).out()).isEqualTo(plain);
    assertThat(in("tr", "TR").run(compare).exits(2).out()).isEqualTo(plain);
    assertThat(in("de", "DE").run(compare).exits(2).out()).isEqualTo(plain);
  }

  @Test
  void theMachineHasOneNameAndWhatOneLanguageKeepsAnotherFinds() {
    KeptRun.write(directory.resolve("run.json"), "Processor A");
    in("ar", "EG").run("baseline", "keep", "--suite", "quick", "run.json").exits(0);
    in("de", "DE")
        .run("baseline", "list")
        .exits(0)
        .says("linux-amd64-4cpu-16g-jdk17-g1-", "quick-0001.json  1 benchmarks");
    assertThat(in("ar", "EG").run("doctor").exits(0).out().lines().findFirst())
        .isEqualTo(in("de", "DE").run("doctor").exits(0).out().lines().findFirst());
  }

  private Cli in(String language, String country) {
    return Cli.in(directory).flag("-Duser.language=" + language).flag("-Duser.country=" + country);
  }
}
