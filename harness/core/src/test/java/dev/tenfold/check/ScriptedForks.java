package dev.tenfold.check;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Forks that stand ready, and a list of what was asked for. A bout takes a minute. */
final class ScriptedForks implements ForkSource {
  private static final double[] BASE = {100, 101, 99, 100.5, 99.5, 100.2, 99.8, 100};

  private final Map<BenchmarkId, double[]> screened = new TreeMap<>();
  private final Map<BenchmarkId, double[]> confirmed = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();

  /**
   * A benchmark whose base is around 100.
   *
   * @param screening scores of the forks of the head, again and again
   * @param confirming the same of the fresh ones
   */
  ScriptedForks with(String name, double[] screening, double[] confirming) {
    screened.put(Runs.id(name), screening);
    confirmed.put(Runs.id(name), confirming);
    return this;
  }

  /** One line for each time that forks were taken: "screening to 4: a b". */
  List<String> asked() {
    return asked;
  }

  @Override
  public Leg screening() {
    return new Script(screened, Looks.ONCE);
  }

  @Override
  public Leg confirming(Looks looks) {
    return new Script(confirmed, looks);
  }

  private final class Script implements Leg {
    private final Map<BenchmarkId, double[]> heads;
    private final Looks looks;
    private final Map<BenchmarkId, Integer> taken = new TreeMap<>();

    Script(Map<BenchmarkId, double[]> heads, Looks looks) {
      this.heads = heads;
      this.looks = looks;
    }

    @Override
    public Collection<BenchmarkId> benchmarks() {
      return heads.keySet();
    }

    @Override
    public int taken(BenchmarkId id) {
      return taken.getOrDefault(id, 0);
    }

    @Override
    public Duration took() {
      return Duration.ofMinutes(taken.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    public void until(int forks, Collection<BenchmarkId> ids, String what) {
      if (!ids.isEmpty()) {
        String names = String.join(" ", ids.stream().map(id -> id.method().substring(4)).toList());
        asked.add("%s to %s: %s".formatted(what, forks, names));
      }
      ids.forEach(id -> taken.put(id, forks));
    }

    @Override
    public Sides sides() {
      return new Sides(run(id -> BASE), run(heads::get));
    }

    private Run run(java.util.function.Function<BenchmarkId, double[]> scores) {
      List<Result> results = new ArrayList<>();
      taken.forEach(
          (id, forks) -> {
            double[] script = scores.apply(id);
            double[] all = new double[forks];
            Arrays.setAll(all, i -> script[i % script.length] * (1 + 1e-5 * i));
            results.add(
                Runs.result(id, all)
                    .under(
                        new Circumstances(
                            List.of(), Optional.empty(), looks, List.of(), List.of())));
          });
      return new Run(Runs.origin(Runs.MACHINE, "2026-01-02T03:04:05Z"), results, List.of());
    }
  }
}
