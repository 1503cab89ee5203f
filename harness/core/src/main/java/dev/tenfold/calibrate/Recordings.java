package dev.tenfold.calibrate;

import dev.tenfold.jmh.Detail;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Result;
import dev.tenfold.store.RunFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;

/**
 * All benchmarks of some files.
 *
 * @param files in which they stand, as the user named them
 * @param cut how pseudo-forks were made
 * @param all in the order of the files; each benchmark once
 */
public record Recordings(List<String> files, Cut cut, List<Recording> all) {
  public Recordings {
    files = List.copyOf(files);
    all = List.copyOf(all);
  }

  /**
   * Reads runs, or plain JMH JSON.
   *
   * @param least how many forks must have been recorded of each benchmark: as many as one side of
   *     every suspect takes ({@link Design#least}), so that what is drawn repeats itself little
   * @throws InputException if a file cannot be read or cut, if it has too few forks, or if a
   *     benchmark stands in two files: two sessions differ by more than a check of one session sees
   */
  public static Recordings read(List<Path> files, Cut cut, int least) {
    List<Recording> all = new ArrayList<>();
    Map<BenchmarkId, Path> seen = new HashMap<>();
    for (Path file : files) {
      for (Result result : RunFile.read(file, Detail.WHOLE).results()) {
        Path other = seen.put(result.id(), file);
        if (other != null) {
          throw new InputException(
              "%s stands in %s and in %s. Forks of two sessions are not alike; name one of the two."
                  .formatted(result.id(), other, file));
        }
        enough(result, least, file);
        all.add(Recording.of(result, cut.forks(result, file.toString())));
      }
    }
    return new Recordings(files.stream().map(Path::toString).toList(), cut, all);
  }

  private static void enough(Result result, int least, Path file) {
    int forks = result.score().forks().size();
    if (forks < least) {
      throw new InputException(
          ("%s: %s has %s forks, and one side of a suspect takes at least %s. Record more of them"
                  + " (-f), or lower --screen-forks and --confirm-forks.")
              .formatted(file, result.id(), forks, least));
    }
  }

  /** How many forks were recorded of a benchmark. */
  public IntSummaryStatistics recordedForks() {
    return all.stream()
        .mapToInt(recording -> recording.recorded().score().forks().size())
        .summaryStatistics();
  }
}
