package dev.tenfold.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelFilesTest {
  @TempDir private Path root;
  private FakeKernel kernel;
  private KernelFiles files;

  @BeforeEach
  void fake() {
    kernel = new FakeKernel(root);
    files = kernel.files();
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertThat(files.text("proc/stat")).isEmpty();
    assertThat(files.has("proc/stat")).isFalse();
    assertThat(files.names("proc", ".*")).isEmpty();
  }

  @Test
  void directoryIsNoFileAndFileIsNoDirectory() {
    kernel.tells("proc/stat/odd", "1");
    assertThat(files.text("proc/stat")).isEmpty();
    assertThat(files.names("proc/stat/odd", ".*")).isEmpty();
  }

  @Test
  void nameThatCannotBeIsEmpty() {
    assertThat(files.text("proc/\0")).isEmpty();
    assertThat(files.has("proc/\0")).isFalse();
    assertThat(files.names("proc/\0", ".*")).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreReadAllTheSame() {
    kernel.tells("odd", new byte[] {(byte) 0xff, (byte) 0xc3, '\n', 'k', ' ', '7', '\n'});
    assertThat(files.counter("odd", "k")).hasValue(7);
  }

  @Test
  void keyIsAWholeWord() {
    kernel.tells("stat", "nr_throttled_all 1\nnr_throttled\t 5 \nnr_throttled 6\n");
    assertThat(files.counter("stat", "nr_throttled")).hasValue(5);
    assertThat(files.counter("stat", "nr")).isEmpty();
  }

  @Test
  void onlyWholeNumbersThatAreNotNegativeAreNumbers() {
    assertThat(KernelFiles.number("9223372036854775807")).hasValue(Long.MAX_VALUE);
    assertThat(KernelFiles.number("9223372036854775808")).isEmpty();
    assertThat(KernelFiles.number("-1")).isEmpty();
    assertThat(KernelFiles.number("1.5")).isEmpty();
    assertThat(KernelFiles.number("")).isEmpty();
  }

  @Test
  void emptyFileHasATextButNoWord() {
    kernel.tells("empty", "\n");
    assertThat(files.text("empty")).hasValue("");
    assertThat(files.word("empty")).isEmpty();
  }

  @Test
  void namesAreThoseThatMatchWhollyAndSorted() {
    kernel.tells("cpu/cpu1/x", "").tells("cpu/cpu0/x", "").tells("cpu/cpufreq/x", "");
    assertThat(files.names("cpu", "cpu\\d+")).containsExactly("cpu0", "cpu1");
  }
}
