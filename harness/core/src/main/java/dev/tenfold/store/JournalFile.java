package dev.tenfold.store;

import dev.tenfold.measure.Bout;
import dev.tenfold.measure.Journal;
import dev.tenfold.measure.Progress;
import dev.tenfold.run.InputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file form of a {@link Journal}: JSON, one record a line, each appended with one write and
 * synced before the next bout begins.
 *
 * <pre>
 * {"journal": 1, "since": ..., "particulars": {...}, "crc32": ...}
 * {"stage", "benchmark", "mode", "threads", "params": {}, "bout",   which bout
 *  "took", "turn",                                                  in nanoseconds
 *  "order", "alone",                                                as Bout has them
 *  "forks": {"base": {"entry": JMH's}, "head": {"broken": reason}},
 *  "crc32": of the bytes of the line before this field}
 * </pre>
 *
 * <p>What a process was writing when it was killed is the last line alone; a last line that is not
 * whole is cut off, and its bout is taken again. Damage anywhere else is none of ours and refused.
 *
 * <p>The file is kept when all is measured: to go on with it then reaches the same verdict without
 * measuring. One process at a time has it open.
 */
public final class JournalFile implements AutoCloseable {
  private static final String NAME = "journal.jsonl";
  private static final int VERSION = 1;

  private final Path path;
  private final FileChannel channel;
  private final boolean resume;

  private JournalFile(Path path, FileChannel channel, boolean resume) {
    this.path = path;
    this.channel = channel;
    this.resume = resume;
  }

  /**
   * Opens the journal of a directory of results, for this process alone.
   *
   * @param directory made if it is not there
   * @param resume whether to go on with what it holds; otherwise that is gone
   * @throws InputException if another process has it open, or if it cannot be written
   */
  public static JournalFile in(Path directory, boolean resume) {
    Path path = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      JournalFile file = new JournalFile(path, channel, resume);
      if (!file.lock()) {
        channel.close();
        throw new InputException(
            "Another Tenfold measures for %s at this moment. Wait for its end, or name another directory with --out DIRECTORY."
                .formatted(directory));
      }
      if (!resume) {
        channel.truncate(0);
      }
      return file;
    } catch (IOException e) {
      throw new InputException(
          "The results cannot be written to %s: %s. Name another directory with --out DIRECTORY."
              .formatted(directory, e),
          e);
    }
  }

  private boolean lock() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  /**
   * The journal of a measurement; begun now if the file holds none.
   *
   * @param particulars of the measurement
   * @param progress is told how much is gone on with, if that was asked for
   * @throws InputException if the file is of another measurement, or is damaged before its end
   */
  public Journal of(Particulars particulars, Progress progress) {
    List<ObjectNode> records = read();
    if (resume) {
      progress.resumed(Math.max(0, records.size() - 1));
    }
    if (records.isEmpty()) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      append(head(now, particulars));
      return new Open(now, Map.of());
    }
    JsonNode head = records.get(0);
    Instant since = check(head, particulars);
    Map<Journal.Key, Bout> bouts = new HashMap<>();
    for (JsonNode record : records.subList(1, records.size())) {
      if (bouts.put(BoutRecord.key(record), BoutRecord.bout(record)) != null) {
        throw new InputException(
            "%s holds bout %s of %s twice, as no journal does that was written by one measurement. Measure from the beginning, without --resume."
                .formatted(path, record.path("bout"), record.path("benchmark").asString()));
      }
    }
    return new Open(since, bouts);
  }

  private static ObjectNode head(Instant since, Particulars particulars) {
    ObjectNode head = JournalLine.JSON.createObjectNode();
    head.put("journal", VERSION);
    head.put("since", since.toString());
    particulars.values().forEach(head.putObject("particulars")::put);
    return head;
  }

  private Instant check(JsonNode head, Particulars expected) {
    int version = head.path("journal").asInt(0);
    if (version != VERSION) {
      throw new InputException(
          "%s has the format %s, and this Tenfold goes on with format %s only. Measure from the beginning, without --resume."
              .formatted(path, version, VERSION));
    }
    Map<String, String> values = new TreeMap<>();
    head.path("particulars")
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asString()));
    List<String> differences = new Particulars(new TreeMap<>(values)).differences(expected);
    if (!differences.isEmpty()) {
      throw new InputException(
          "%s is of another measurement, with which cannot be gone on: %s. Measure from the beginning, without --resume, or name another directory with --out DIRECTORY."
              .formatted(path, String.join("; ", differences)));
    }
    return Instant.parse(head.path("since").asString());
  }

  /** All whole records; cuts off a last one that is not. */
  private List<ObjectNode> read() {
    List<ObjectNode> records = new ArrayList<>();
    try {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)));
      long whole = 0;
      boolean damaged = false;
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (damaged) {
          throw damaged(records.size() + 1);
        }
        if (b != '\n') {
          line.write(b);
          continue;
        }
        Optional<ObjectNode> record = JournalLine.parse(line.toByteArray());
        record.ifPresent(records::add);
        damaged = record.isEmpty();
        whole += damaged ? 0 : line.size() + 1;
        line.reset();
      }
      channel.truncate(whole).position(whole);
      return records;
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s.".formatted(path, e.getMessage()), e);
    }
  }

  private InputException damaged(int line) {
    return new InputException(
        line == 1
            ? "%s is damaged in line 1, which tells what it is the journal of. Measure from the beginning, without --resume."
                .formatted(path)
            : "%s is damaged or was edited in line %s. Remove that line to have its bout alone measured again, or measure all from the beginning, without --resume."
                .formatted(path, line));
  }

  private void append(ObjectNode record) {
    ByteBuffer line = ByteBuffer.wrap(JournalLine.of(record));
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be written: %s. What was measured until now is in it; mend that, and go on with --resume."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A journal with its bouts in memory. */
  private final class Open implements Journal {
    private final Instant since;
    private final Map<Key, Bout> bouts;

    Open(Instant since, Map<Key, Bout> bouts) {
      this.since = since;
      this.bouts = new HashMap<>(bouts);
    }

    @Override
    public Instant since() {
      return since;
    }

    @Override
    public Optional<Bout> find(Key key) {
      return Optional.ofNullable(bouts.get(key));
    }

    @Override
    public void add(Key key, Bout bout) {
      if (bouts.putIfAbsent(key, bout) != null) {
        throw new IllegalStateException(key + " was measured twice.");
      }
      append(BoutRecord.of(key, bout));
    }
  }
}
