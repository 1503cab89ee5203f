package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Remembers bouts beyond the end of this process, so that a measurement that was cut off goes on
 * where it stopped: what is found here is not measured again.
 */
public interface Journal {
  /** A journal that remembers nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public Optional<Bout> find(Key key) {
          return Optional.empty();
        }

        @Override
        public void add(Key key, Bout bout) {}
      };

  /**
   * Which bout.
   *
   * @param stage its name
   * @param id which benchmark
   * @param number from 0, within the benchmark and the stage
   */
  record Key(String stage, BenchmarkId id, int number) {}

  /** When measuring began, in an earlier try if there was one; by default now. */
  default Instant since() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The bout, if it was taken before. */
  Optional<Bout> find(Key key);

  /** Keeps a bout; when this returns, it outlives the process. */
  void add(Key key, Bout bout);
}
