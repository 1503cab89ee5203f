package dev.tenfold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tenfold.machine.Watch;
import dev.tenfold.measure.Bout;
import dev.tenfold.measure.ForkOutcome;
import dev.tenfold.measure.Journal;
import dev.tenfold.measure.Journal.Key;
import dev.tenfold.measure.Progress;
import dev.tenfold.measure.Side;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Mode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JournalFileTest {
  private static final Particulars ONE = new Particulars(new TreeMap<>(Map.of("seed", "1")));
  private static final Particulars OTHER =
      new Particulars(new TreeMap<>(Map.of("seed", "2", "turn", "PT0.02S")));

  @TempDir private Path directory;

  private final List<Integer> resumed = new ArrayList<>();
  private final Random random = new Random(5);

  private Journal open(boolean resume, Particulars particulars, Use use) {
    try (JournalFile file = JournalFile.in(directory, resume)) {
      Journal journal = file.of(particulars, new Resumed());
      use.of(journal);
      return journal;
    }
  }

  private Journal begun(Use use) {
    return open(false, ONE, use);
  }

  private Journal resumed() {
    return open(true, ONE, journal -> {});
  }

  private Path file() {
    return directory.resolve("journal.jsonl");
  }

  @FunctionalInterface
  private interface Use {
    void of(Journal journal);
  }

  @Test
  void whatWasAddedIsFoundByTheNextProcess() {
    Map<Key, Bout> bouts = bouts(50);
    Journal before = begun(journal -> bouts.forEach(journal::add));
    Journal after = resumed();
    assertThat(bouts).hasSizeGreaterThan(40);
    bouts.forEach((key, bout) -> assertThat(after.find(key)).as(key.toString()).contains(bout));
    assertThat(after.since()).isEqualTo(before.since());
    assertThat(resumed).containsExactly(bouts.size());
  }

  @Test
  void whatWasNeverAddedIsNotFound() {
    begun(journal -> journal.add(key("a", 0), bout()));
    Journal journal = resumed();
    assertThat(journal.find(key("a", 1))).isEmpty();
    assertThat(journal.find(key("b", 0))).isEmpty();
    assertThat(journal.find(new Key("confirming", key("a", 0).id(), 0))).isEmpty();
  }

  @Test
  void aLastRecordThatWasCutOffAnywhereIsTakenAgainAndNothingElse() throws IOException {
    begun(journal -> journal.add(key("a", 0), bout()));
    long before = Files.size(file());
    open(true, ONE, journal -> journal.add(key("a", 1), bout()));
    byte[] whole = Files.readAllBytes(file());
    Bout again = bout();
    for (int length = (int) before; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      open(
          true,
          ONE,
          journal -> {
            assertThat(journal.find(key("a", 0))).isPresent();
            assertThat(journal.find(key("a", 1))).isEmpty();
            journal.add(key("a", 1), again);
          });
      assertThat(resumed().find(key("a", 1))).contains(again);
    }
  }

  @Test
  void aLastRecordWhoseMiddleNeverReachedTheDiskIsTakenAgain() throws IOException {
    begun(
        journal -> {
          journal.add(key("a", 0), bout());
          journal.add(key("a", 1), bout());
        });
    byte[] bytes = Files.readAllBytes(file());
    Arrays.fill(bytes, bytes.length - 40, bytes.length - 20, (byte) 0);
    Files.write(file(), bytes);
    Journal journal = resumed();
    assertThat(journal.find(key("a", 0))).isPresent();
    assertThat(journal.find(key("a", 1))).isEmpty();
  }

  @Test
  void aHeadThatWasCutOffAnywhereIsBegunAgain() throws IOException {
    begun(journal -> {});
    byte[] head = Files.readAllBytes(file());
    for (int length = 0; length < head.length; length++) {
      Files.write(file(), Arrays.copyOf(head, length));
      open(true, OTHER, journal -> journal.add(key("a", 0), bout()));
      assertThat(Files.readAllLines(file())).hasSize(2);
    }
    assertThat(resumed).containsOnly(0);
  }

  @Test
  void damageBeforeTheEndIsNamedByFileAndLineAndNothingIsChanged() throws IOException {
    begun(journal -> bouts(5).forEach(journal::add));
    byte[] whole = Files.readAllBytes(file());
    int lastLine =
        new String(whole, 0, whole.length - 1, StandardCharsets.US_ASCII).lastIndexOf('\n');
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(lastLine);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), damaged);
      long before = IntStream.range(0, at).filter(j -> whole[j] == '\n').count();
      String expected = "in line " + (before + 1);
      assertThatExceptionOfType(InputException.class)
          .as("byte %s", at)
          .isThrownBy(this::resumed)
          .withMessageContaining(file().toString())
          .withMessageContaining(expected)
          .withMessageContaining("--resume");
      assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }
  }

  @Test
  void withoutTheDamagedLineTheRestIsGoneOnWith() throws IOException {
    begun(
        journal -> {
          journal.add(key("a", 0), bout());
          journal.add(key("a", 1), bout());
          journal.add(key("a", 2), bout());
        });
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    lines.remove(2);
    Files.write(file(), lines);
    Journal journal = resumed();
    assertThat(journal.find(key("a", 0))).isPresent();
    assertThat(journal.find(key("a", 1))).isEmpty();
    assertThat(journal.find(key("a", 2))).isPresent();
  }

  @Test
  void anotherMeasurementIsRefusedWithWhatDiffers() throws IOException {
    begun(journal -> journal.add(key("a", 0), bout()));
    byte[] before = Files.readAllBytes(file());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> open(true, OTHER, journal -> {}))
        .withMessageContaining("seed: 1 there, 2 here; turn: not given there, PT0.02S here")
        .withMessageContaining("without --resume");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void withoutResumeItBeginsAnew() {
    begun(journal -> journal.add(key("a", 0), bout()));
    open(false, OTHER, journal -> assertThat(journal.find(key("a", 0))).isEmpty());
    assertThatExceptionOfType(InputException.class).isThrownBy(this::resumed);
    assertThat(resumed).containsExactly(0);
  }

  @Test
  void whereThereIsNothingToGoOnWithItBegins() {
    resumed();
    assertThat(resumed).containsExactly(0);
    assertThat(file()).isNotEmptyFile();
  }

  @Test
  void twoAtOnceAreRefused() {
    try (JournalFile first = JournalFile.in(directory, false)) {
      Journal journal = first.of(ONE, new Resumed());
      for (boolean resume : new boolean[] {true, false}) {
        assertThatExceptionOfType(InputException.class)
            .isThrownBy(() -> JournalFile.in(directory, resume))
            .withMessageContaining("Another Tenfold measures for " + directory);
      }
      journal.add(key("a", 0), bout());
    }
    assertThat(resumed().find(key("a", 0))).isPresent();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsAnErrorOfTheUser() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> JournalFile.in(file.resolve("out"), false))
        .withMessageContaining("The results cannot be written to " + file.resolve("out"));
  }

  @Test
  void theSameBoutIsNeverKeptTwice() throws IOException {
    begun(
        journal -> {
          journal.add(key("a", 0), bout());
          assertThatIllegalStateException().isThrownBy(() -> journal.add(key("a", 0), bout()));
        });
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    assertThat(lines).hasSize(2);
    lines.add(lines.get(1));
    Files.write(file(), lines);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(this::resumed)
        .withMessageContaining("bout 0 of a.B.a twice");
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    ObjectNode head = JsonMapper.shared().createObjectNode().put("journal", 2);
    try (OutputStream out = Files.newOutputStream(file())) {
      out.write(JournalLine.of(head));
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(this::resumed)
        .withMessageContaining("has the format 2");
  }

  /** Different keys with whatever a bout may hold. */
  private Map<Key, Bout> bouts(int count) {
    Map<Key, Bout> bouts = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      bouts.put(key(text(), random.nextInt(20)), bout());
    }
    return bouts;
  }

  private static Key key(String name, int number) {
    Mode mode = Mode.values()[number % Mode.values().length];
    Map<String, String> params = name.length() > 3 ? Map.of("p" + number, name) : Map.of();
    return new Key("screening", BenchmarkId.of("a.B." + name, mode, 1 + number, params), number);
  }

  private Bout bout() {
    Map<Side, ForkOutcome> forks = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      if (random.nextInt(4) > 0) {
        forks.put(side, outcome());
      }
    }
    boolean turns = random.nextBoolean();
    return new Bout(
        forks,
        turns ? Optional.of("bhhb") : Optional.empty(),
        turns ? Optional.of(Duration.ofNanos(random.nextInt(1_000_000_000))) : Optional.empty(),
        turns ? Optional.empty() : Optional.of(text()),
        Duration.ofNanos(Math.abs(random.nextLong())),
        Watch.begin().end(),
        random.nextBoolean() ? List.of() : List.of(text()));
  }

  private ForkOutcome outcome() {
    if (random.nextInt(4) == 0) {
      return new ForkOutcome.Broken(text());
    }
    ObjectNode entry = JsonMapper.shared().createObjectNode();
    entry.put("benchmark", text()).put("threads", random.nextInt()).put("error", "NaN");
    entry.putObject("params").put("p", text());
    for (int i = 0; i < 5; i++) {
      entry.withArray("rawData").add(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
    }
    return new ForkOutcome.Finished(entry);
  }

  private String text() {
    List<String> texts =
        List.of(
            "a", "\"q\" \\ /", "line\nfeed\r\u0000", "\u202e\u0130", "\ud83d\ude00", "\ud800", "}");
    return texts.get(random.nextInt(texts.size())) + random.nextInt(1000);
  }

  /** Remembers what it was told of. */
  private final class Resumed implements Progress {
    @Override
    public void resumed(int bouts) {
      resumed.add(bouts);
    }

    @Override
    public void waiting(String reason) {}

    @Override
    public void stage(String what, int forks) {}

    @Override
    public void fork(BenchmarkId id, Side side) {}

    @Override
    public void finished(BenchmarkId id, Side side) {}

    @Override
    public void failed(BenchmarkId id, Side side, String reason, int forksLeftOut) {}

    @Override
    public void done() {}
  }
}
