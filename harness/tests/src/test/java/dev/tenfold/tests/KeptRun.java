package dev.tenfold.tests;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Series;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Unit;
import dev.tenfold.store.RunFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run file that tells on which machine it was measured, which plain JMH JSON does not. */
final class KeptRun {
  private KeptRun() {}

  /** Two forks of {@code x.Bench.time}, measured on a machine with this processor. */
  static Path write(Path file, String cpu) {
    Machine machine =
        new Machine(cpu, 4, 16, "linux-amd64", "6.1", "none", "Vendor 17.0.1", 17, "G1", "align 8");
    Origin origin =
        new Origin(Optional.of(machine), Optional.empty(), Optional.empty(), Optional.empty());
    Metric score = Metric.score(Mode.AVERAGE_TIME, Unit.of("ns/op"));
    Fork fork = Fork.of(new double[] {100, 101, 102}, Better.LOWER);
    Result result =
        new Result(
            BenchmarkId.of("x.Bench.time", Mode.AVERAGE_TIME, 1, Map.of()),
            new Settings(1, "1 s", 1, 3, "1 s", 1, List.of()),
            new Jvm("", "", "", "", ""),
            new Series(score, List.of(fork, fork.scaled(1.01))),
            new TreeMap<>());
    RunFile.write(new Run(origin, List.of(result), List.of()), file);
    return file;
  }
}
