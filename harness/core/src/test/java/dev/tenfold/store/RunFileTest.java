package dev.tenfold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.jmh.Detail;
import dev.tenfold.jmh.SharedData;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/tenfold/store/run.json");

  @TempDir private Path folder;

  @Test
  void anyRunIsReadBackAsItWasWritten() {
    for (long seed = 0; seed < 100; seed++) {
      Run run = new RandomRun(new Random(seed)).run();
      Path file = folder.resolve("run.json");
      RunFile.write(run, file);

      assertThat(RunFile.read(file, Detail.WHOLE)).as("seed %d", seed).isEqualTo(run);
      assertThat(RunFile.read(file, Detail.SUMMARY))
          .as("seed %d", seed)
          .isEqualTo(run.summarised());
    }
  }

  @Test
  void summariesAreReadBackAsTheyWereWritten() {
    for (long seed = 0; seed < 100; seed++) {
      Run run = new RandomRun(new Random(seed)).run().summarised();
      Path file = folder.resolve("run.json");
      RunFile.write(run, file);

      assertThat(RunFile.read(file, Detail.WHOLE)).as("seed %d", seed).isEqualTo(run);
    }
  }

  @Test
  void fileIsThatOfTheGoldenTextByteForByte() throws IOException {
    Path file = folder.resolve("run.json");
    RunFile.write(RandomRun.example(), file);
    if (Boolean.getBoolean("golden.regenerate")) {
      Files.copy(file, GOLDEN, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      throw new AssertionError(
          GOLDEN + " was written anew: read it and run without golden.regenerate.");
    }

    assertThat(Files.readString(file)).isEqualTo(Files.readString(GOLDEN));
    assertThat(RunFile.read(GOLDEN, Detail.WHOLE)).isEqualTo(RandomRun.example());
  }

  @Test
  void everyChangedByteIsFound() throws IOException {
    byte[] golden = Files.readAllBytes(GOLDEN);
    Path file = folder.resolve("run.json");
    for (int at = 0; at < golden.length; at++) {
      byte[] changed = golden.clone();
      changed[at] = (byte) (changed[at] ^ 1);
      Files.write(file, changed);

      assertThatThrownBy(() -> RunFile.read(file, Detail.SUMMARY))
          .as("byte %d", at)
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file.toString());
      assertThat(file).as("kept").hasBinaryContent(changed);
    }
  }

  @Test
  void everyCutIsFound() throws IOException {
    byte[] golden = Files.readAllBytes(GOLDEN);
    Path file = folder.resolve("run.json");
    for (int length = 0; length < golden.length; length++) {
      Files.write(file, Arrays.copyOf(golden, length));

      assertThatThrownBy(() -> RunFile.read(file, Detail.SUMMARY))
          .as("first %d bytes", length)
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void editedFileIsRefusedAndKept() throws IOException {
    Path file = folder.resolve("run.json");
    String edited = Files.readString(GOLDEN).replace("\"threads\": 4", "\"threads\": 5");
    Files.writeString(file, edited);

    assertThatThrownBy(() -> RunFile.read(file, Detail.WHOLE))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + " is damaged or was edited, so nothing in it can be trusted. The checksum in "
                + "its last line is not"
                + " that of what stands before it. It is kept as it is: restore it from a copy or "
                + "measure again.");
    assertThat(file).hasContent(edited);
  }

  @Test
  void fileWithoutChecksumIsRefused() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, Files.readString(GOLDEN).replaceAll(",\n  \"sha256.*\n", "}\n"));

    assertThatThrownBy(() -> RunFile.read(file, Detail.WHOLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is damaged or was edited");
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedWhateverTheChecksumSays() throws IOException {
    Path file = folder.resolve("run.json");
    String text =
        Files.readString(GOLDEN)
            .replaceAll("  \"sha256.*\n", "")
            .replace("\n  \"results\"", "\n  \"results\": [],\n  \"results\"");
    MessageDigest digest = Checksum.sha256();
    digest.update(text.getBytes(StandardCharsets.US_ASCII));
    Files.writeString(file, text + new String(Checksum.line(digest), StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> RunFile.read(file, Detail.WHOLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has \"results\" twice; which of the two counts cannot be known.");
  }

  @Test
  void newerVersionIsToldFromDamage() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, Files.readString(GOLDEN).replace("\"tenfold\": 1", "\"tenfold\": 2"));

    assertThatThrownBy(() -> RunFile.read(file, Detail.WHOLE))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + " was written by a newer Tenfold: its format is 2, and this one reads up to 1; "
                + "update Tenfold.");
  }

  @Test
  void plainJmhIsARunOfUnknownOrigin() throws IOException {
    Path file = folder.resolve("jmh.json");
    Files.writeString(
        file,
        """
        [{"benchmark": "a.B.c", "mode": "avgt", "threads": 1,
          "primaryMetric": {"score": 2.0, "scoreUnit": "ns/op", "rawData": [[1.0, 3.0]]}}]
        """);
    Run run = RunFile.read(file, Detail.WHOLE);

    assertThat(run.origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(run.failures()).isEmpty();
    assertThat(run.results())
        .singleElement()
        .extracting(result -> result.score().score())
        .isEqualTo(2.0);
  }

  @Test
  void otherJsonIsRefusedAsSuch() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"name\": \"x\", \"tenfold\": 1}");

    assertThatThrownBy(() -> RunFile.read(file, Detail.WHOLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no list of JMH results");
  }

  @Test
  void failedWriteKeepsTheOldRun() throws IOException {
    Path file = folder.resolve("run.json");
    Run run = RandomRun.example();
    RunFile.write(run, file);
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    assertThatThrownBy(() -> RunFile.write(run.summarised(), link))
        .isInstanceOf(InputException.class);
    assertThat(RunFile.read(file, Detail.WHOLE)).isEqualTo(run);
  }

  @Test
  void textIsAsciiWithLineFeeds() throws IOException {
    String text = Files.readString(GOLDEN);

    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    assertThat(text).doesNotContain("\r").endsWith("\"}\n");
  }

  @Test
  void realResultsAreReadBackAsTheyWereWritten() {
    List<Path> files = SharedData.files("jmh-wild", ".json.gz");
    Path file = folder.resolve("run.json");
    for (Path wild : files) {
      Run run = RunFile.read(wild, Detail.WHOLE);
      RunFile.write(run, file);

      assertThat(RunFile.read(file, Detail.WHOLE)).as(wild.toString()).isEqualTo(run);
      assertThat(RunFile.read(file, Detail.SUMMARY))
          .as(wild.toString())
          .isEqualTo(run.summarised());
    }
  }
}
