package dev.tenfold.store;

import dev.tenfold.jmh.Detail;
import dev.tenfold.jmh.EntryReader;
import dev.tenfold.jmh.JsonText;
import dev.tenfold.jmh.TextFile;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file form of a {@link Run}.
 *
 * <pre>
 * {
 *   "tenfold": 1,                   the version of this format
 *   "origin": {...},                what of Origin is known, Machine within
 *   "failures": [...],              benchmark, mode, threads, params, reason
 *   "spared": [...],                the same of what did not have to be measured, if anything
 *   "results": [...],               entries with JMH's own names; a fork of which only the summary
 *                                   is kept stands in "forkSummaries" (iterations, mean, quartile)
 *                                   in place of "rawData"
 *   "sha256": "..."}                of all bytes before this line
 * </pre>
 *
 * <p>The file is made to be kept under version control: its order is that of the run, one fork a
 * line.
 */
public final class RunFile {
  static final int VERSION = 1;

  private static final int HEAD = 256;
  private static final Pattern BEGIN =
      Pattern.compile("\\s*\\{\\s*\"tenfold\"\\s*:\\s*([^,}\\s]*)");

  private static final String DAMAGED =
      "%s is damaged or was edited, so nothing in it can be trusted. %s It is kept as it is: "
          + "restore it from a copy or measure again.";

  private RunFile() {}

  /**
   * Reads a run, or plain JMH JSON as a run of unknown origin.
   *
   * @throws InputException if the file is neither, is of a newer version, or is not what was
   *     written; it is never changed
   */
  public static Run read(Path file, Detail detail) {
    try (BufferedInputStream in = TextFile.open(file)) {
      Matcher begin = BEGIN.matcher(head(in));
      return begin.lookingAt()
          ? readOwn(file, begin.group(1), in, detail)
          : readPlain(file, in, detail);
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }

  private static String head(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    in.reset();
    return head;
  }

  private static Run readPlain(Path file, BufferedInputStream in, Detail detail) {
    List<Result> results = new ArrayList<>();
    return JsonText.read(
        file.toString(),
        in,
        text -> {
          text.first();
          new EntryReader(text, detail).all(results::add);
          return new Run(Origin.UNKNOWN, results, List.of());
        });
  }

  private static Run readOwn(Path file, String version, BufferedInputStream in, Detail detail)
      throws IOException {
    if (version.matches("[0-9]{1,9}") && Integer.parseInt(version) > VERSION) {
      throw new InputException(
          ("%s was written by a newer Tenfold: its format is %s, and this one reads up to %d; "
                  + "update Tenfold.")
              .formatted(file, version, VERSION));
    }
    Run run;
    boolean intact;
    try (Checked checked = new Checked(in)) {
      run = JsonText.read(file.toString(), checked, text -> new RunReader(text, detail).run());
      intact = checked.matches();
    } catch (InputException | IllegalArgumentException e) {
      // The nouns refuse a state that cannot be, and that no writer of ours ever wrote.
      throw new InputException(DAMAGED.formatted(file, e.getMessage()), e);
    }
    if (!intact) {
      throw new InputException(
          DAMAGED.formatted(
              file, "The checksum in its last line is not that of what stands before it."));
    }
    return run;
  }

  /**
   * Writes a run in place of what the file held, or not at all.
   *
   * @throws InputException as {@link AtomicFile#write}
   */
  public static void write(Run run, Path file) {
    AtomicFile.write(file, out -> new RunWriter(out).write(run));
  }
}
