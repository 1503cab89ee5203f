package dev.tenfold.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.tenfold.run.InputException;
import dev.tenfold.run.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot stand in a resource: encodings, compression, and files made to do harm. */
class JmhReaderTest {
  private static final String ENTRY =
      """
      {"benchmark": "a.B.c", "mode": "avgt", "threads": 1, "forks": 1,
       "primaryMetric": {"score": 2.0, "scoreUnit": "ns/op", "rawData": [[1.0, 3.0]]}}
      """;

  @TempDir private Path folder;

  @Test
  void gzipIsToldByItsFirstBytesAndNotByItsName() throws IOException {
    Path file = write("result.json", gzip("[" + ENTRY + "]"));

    assertThat(read(file))
        .singleElement()
        .satisfies(result -> assertThat(scores(result)).containsExactly(1, 3));
  }

  @Test
  void gzipThatIsCutOffIsRefused() throws IOException {
    byte[] whole = gzip("[" + ENTRY + "]");
    Path file = write("result.json.gz", Arrays.copyOf(whole, whole.length - 12));

    refused(file, file + " is damaged: it begins as gzip and cannot be uncompressed to its end.");
  }

  @Test
  void whatOnlyBeginsAsGzipIsRefused() throws IOException {
    refused(write("x", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}), "it begins as gzip");
  }

  @Test
  void linesMayEndAsOnWindows() throws IOException {
    assertThat(read(write("crlf.json", "[\r\n" + ENTRY.replace("\n", "\r\n") + "]\r\n")))
        .hasSize(1);
  }

  @Test
  void byteOrderMarkIsRefusedWithItsPlace() throws IOException {
    refused(
        write("bom.json", "\ufeff[" + ENTRY + "]"),
        "begins at byte 0 with a byte order mark (EF BB BF)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void otherEncodingsAreRefused(String encoding) throws IOException {
    refused(
        write("utf.json", ("[" + ENTRY + "]").getBytes(encoding)), "is no UTF-8 text: at byte 0");
  }

  @Test
  void latin1IsRefusedWithThePlace() throws IOException {
    String text = "[" + ENTRY.replace("ns/op", "\u00b5s/op") + "]";

    refused(
        write("latin.json", text.getBytes(StandardCharsets.ISO_8859_1)),
        "is not JSON: at line 2, column");
  }

  @Test
  void deepNestingIsRefusedFast() throws IOException {
    fast(write("deep.json", "[".repeat(100_000)), "is no list of JMH results");
    fast(
        write("deep.json", "[" + ENTRY.replace("\"forks\"", "\"x\": " + "[".repeat(100_000))),
        "nests deeper than 100 levels");
  }

  @Test
  void longStringIsRefusedFastEvenWhereItWouldBeReadOver() throws IOException {
    String text = "x".repeat(100_000_000);

    fast(
        write("text.json", "[" + ENTRY.replace("a.B.c", text) + "]"),
        "a string of more than 1000000");
    fast(
        write("text.json", "[" + ENTRY.replace("1,\n", "1, \"note\": \"" + text + "\",\n") + "]"),
        "a string of more than 1000000");
    fast(write("text.json", "[{\"" + text + "\": 1}]"), "is refused at line 1");
  }

  @Test
  void longNumberIsRefusedFastEvenWhereItWouldBeReadOver() throws IOException {
    String digits = "1".repeat(100_000);

    fast(
        write("n.json", "[" + ENTRY.replace("1.0", digits) + "]"),
        "a number of more than 100 digits");
    fast(
        write("n.json", "[" + ENTRY.replace("1,\n", "1, \"note\": " + digits + ",\n") + "]"),
        "a number of more than 100 digits");
    fast(
        write("n.json", "[" + ENTRY.replace("1.0", "0." + digits) + "]"),
        "a number of more than 100 digits");
    fast(
        write("n.json", "[" + ENTRY.replace("1.0", "1e" + digits) + "]"),
        "a number of more than 100 digits");
  }

  @Test
  void moreIterationsThanAnyForkHasAreRefused() throws IOException {
    String row = "1,".repeat(MetricReader.MAX_ITERATIONS) + "1";

    refused(
        write("long.json", "[" + ENTRY.replace("1.0, 3.0", row) + "]"),
        "a.B.c has more than 1000000 iterations in one fork.");
  }

  @Test
  void moreResultsThanTheLimitAreRefused() throws IOException {
    Path file = write("many.json", "[" + ENTRY + "," + ENTRY.replace("a.B.c", "a.B.d") + "]");

    assertThat(readAtMost(2, file)).isEqualTo(2);
    assertThatThrownBy(() -> readAtMost(1, file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + " holds more than 1 results; split it.");
    assertThat(EntryReader.MAX_RESULTS).isEqualTo(1_000_000);
  }

  private static int readAtMost(int maxResults, Path file) {
    List<Result> results = new ArrayList<>();
    return JsonText.read(
        file,
        text -> {
          text.first();
          new EntryReader(text, Detail.SUMMARY, maxResults).all(results::add);
          return results.size();
        });
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    refused(folder.resolve("none.json"), "none.json does not exist.");
    refused(folder, "is a directory; a result file is expected.");
  }

  @Test
  void everyCutOfAFileIsRefusedInASentence() throws IOException {
    String text = "[" + ENTRY + "," + ENTRY.replace("a.B.c", "a.B.d") + "]";
    for (int length = 0; length < text.length(); length++) {
      Path file = write("cut.json", text.substring(0, length));
      boolean withinNumber = text.substring(0, length).matches("(?s).*\\d\\.");
      String sentence =
          withinNumber ? " is not JSON: at line" : " ends in the middle of a result, at line";
      refused(file, length == 0 ? " is empty;" : sentence);
    }
  }

  @Test
  void entriesAreReadAsTreesAndAsTheSameResults() throws IOException {
    Path file = write("result.json", "[" + ENTRY + "," + ENTRY.replace("a.B.c", "a.B.d") + "]");

    assertThat(JmhReader.entries(file).stream().map(JmhReader::result).toList())
        .isEqualTo(read(file));
  }

  @Test
  void treeThatCannotBeTestedIsRefused() throws IOException {
    Path file = write("result.json", "[" + ENTRY.replace("[1.0, 3.0]", "") + "]");

    assertThatThrownBy(() -> JmhReader.result(JmhReader.entries(file).get(0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.B.c cannot be tested: it holds no raw data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "\"x\"", "[{\"a\": 1, \"a\": 2}]", "", "[{}] x"})
  void treesAreRefusedLikeStreams(String text) throws IOException {
    Path file = write("result.json", text);

    assertThatThrownBy(() -> JmhReader.entries(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString());
  }

  private void fast(Path file, String sentence) {
    assertTimeout(Duration.ofSeconds(10), () -> refused(file, sentence));
  }

  private static void refused(Path file, String sentence) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(sentence)
        .message()
        .hasSizeLessThan(1000)
        .endsWith(".");
  }

  private static List<Result> read(Path file) {
    List<Result> results = new ArrayList<>();
    JmhReader.read(file, Detail.WHOLE, results::add);
    return results;
  }

  private static double[] scores(Result result) {
    return result.score().forks().get(0).scores();
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
