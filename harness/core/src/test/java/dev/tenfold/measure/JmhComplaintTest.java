package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The texts are what JMH 1.37 printed, with fewer stack frames. */
class JmhComplaintTest {
  private static String complaint(String file) {
    return JmhComplaint.in(text(file), 1);
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(JmhComplaintTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void namesWhatABenchmarkThrewAndWhere() {
    assertThat(complaint("throws.txt"))
        .isEqualTo("it threw java.lang.IllegalStateException: boom at a.B.throwing(B.java:4)");
  }

  @Test
  void namesWhatASetUpThrew() {
    assertThat(complaint("set-up.txt"))
        .startsWith("it threw java.lang.IllegalArgumentException: set-up failed");
  }

  @Test
  void namesAHeapThatWasTooSmall() {
    assertThat(complaint("out-of-memory.txt"))
        .startsWith("it threw java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void namesTheExitCodeOfAJvmThatEnded() {
    assertThat(complaint("halts.txt")).isEqualTo("the measured JVM ended with exit code 42");
  }

  @Test
  void namesABenchmarkThatCallsExit() {
    assertThat(complaint("exits.txt")).contains("System.exit");
  }

  @Test
  void namesABenchmarkThatIsNotThere() {
    assertThat(complaint("no-benchmark.txt"))
        .isEqualTo("the jar's JMH found no benchmark of this name");
  }

  @Test
  void namesAFlagThatTheJvmDoesNotKnow() {
    assertThat(complaint("unknown-flag.txt")).contains("Unrecognized VM option 'NoSuch'");
  }

  @Test
  void namesACrash() {
    assertThat(complaint("crash.txt"))
        .startsWith("the measured JVM ended with exit code 1: SIGSEGV (0xb) at pc=");
  }

  @Test
  void namesAnExceptionOfJmhItself() {
    assertThat(
            JmhComplaint.in(
                """
                Exception in thread "main" java.lang.IllegalArgumentException: no such thing
                \tat org.openjdk.jmh.runner.Runner.run(Runner.java:1)
                Caused by: java.io.IOException: No space left on device
                \tat java.base/java.io.File.write(File.java:1)
                """,
                1))
        .isEqualTo("JMH ended with: Caused by: java.io.IOException: No space left on device");
  }

  @Test
  void aProcessThatSaysNothingIsToldByItsExitCode() {
    assertThat(JmhComplaint.in("", 137)).isEqualTo("it said nothing and ended with exit code 137");
    assertThat(JmhComplaint.in(" \n\t\n", 9))
        .isEqualTo("it said nothing and ended with exit code 9");
  }

  @Test
  void elseTheLastLineIsTold() {
    assertThat(JmhComplaint.in("one\r\ntwo\r\n\r\n", 3))
        .isEqualTo("it ended with exit code 3 after: two");
  }

  @Test
  void aLongStoryIsCut() {
    assertThat(JmhComplaint.in("x".repeat(100_000), 3)).hasSize(303).endsWith("xxx...");
  }
}
