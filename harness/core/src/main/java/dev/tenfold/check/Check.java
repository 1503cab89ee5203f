package dev.tenfold.check;

import dev.tenfold.compare.SessionSpread;
import dev.tenfold.config.Suite;
import dev.tenfold.jmh.Detail;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Verdict;
import dev.tenfold.machine.Fingerprint;
import dev.tenfold.measure.Bench;
import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.measure.Journal;
import dev.tenfold.measure.Measured;
import dev.tenfold.measure.Progress;
import dev.tenfold.measure.Session;
import dev.tenfold.measure.Side;
import dev.tenfold.measure.Stage;
import dev.tenfold.measure.Task;
import dev.tenfold.revision.Revisions;
import dev.tenfold.revision.Revisions.Built;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import dev.tenfold.store.Baseline;
import dev.tenfold.store.Calibrations;
import dev.tenfold.store.RunFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Measures a jar, compares it with its base, judges, and writes everything down. */
public final class Check {
  private static final String MEASURED_AGAIN =
      "The base is the jar of %s, measured again beside the head.";

  private final Request request;
  private final Suite suite;
  private final Output output;
  private final Machine machine;
  private final BenchmarkJar head;

  private Check(Request request) {
    this.request = request;
    this.suite = request.suite();
    Path jar = request.jar().toAbsolutePath();
    this.head =
        BenchmarkJar.at(jar)
            .from(Revisions.current(Objects.requireNonNull(jar.getParent()), System.getenv()));
    this.machine = Fingerprint.of(suite.options().java());
    this.output = Output.in(request.places().out());
  }

  /**
   * Runs a check to its end.
   *
   * @return the verdict, which is also written to the places that were named
   * @throws InputException if something that was named cannot be used; what was measured until then
   *     is written
   */
  public static Verdict run(Request request, Progress progress) {
    Check check = new Check(request);
    Base base = check.base();
    Verdict verdict = check.against(base, progress);
    check.output.verdict(verdict);
    return verdict;
  }

  /** Measures the head and writes it down, without a comparison. */
  public static Run measure(Request request, Progress progress) {
    return new Check(request).alone(progress);
  }

  private Base base() {
    if (request.against().built().isPresent()) {
      Built built = request.against().built().get();
      return new Base.Jar(built.jar(), built.note());
    }
    if (request.against().base().isPresent()) {
      Path named = request.against().base().get();
      return isZip(named)
          ? new Base.Jar(BenchmarkJar.at(named), MEASURED_AGAIN.formatted(named))
          : new Base.Numbers(RunFile.read(named, Detail.SUMMARY), named.toString());
    }
    Optional<Baseline> kept = request.places().baselines().of(machine, suite.name());
    if (kept.isPresent()) {
      Origin origin = kept.get().run().origin();
      return origin
          .jar()
          .flatMap(request.places().jars()::get)
          .<Base>map(
              jar ->
                  new Base.Jar(
                      jar.from(origin.revision()),
                      MEASURED_AGAIN.formatted("baseline " + kept.get().file().getFileName())))
          .orElseGet(() -> new Base.Kept(kept.get()));
    }
    return request
        .places()
        .baselines()
        .portable(machine, suite.name())
        .<Base>map(Base.Portable::new)
        .orElseGet(Base.None::new);
  }

  private static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    } catch (IOException e) {
      throw new InputException(
          "The base %s cannot be read (%s). It must be a benchmark jar or a run file."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private Verdict against(Base base, Progress progress) {
    if (base instanceof Base.Jar jar) {
      return citing(verdict(sideBySide(jar, progress), SessionSpread.NONE).noting(jar.note()));
    }
    Run run = alone(progress);
    if (base instanceof Base.Kept kept) {
      SessionSpread spread = Spread.of(kept.baseline().sessions());
      return verdict(stored(kept.baseline().run(), run), spread)
          .noting(
              "The jar of %s is not in the local store, so the base could not be measured again: its stored numbers were compared."
                  .formatted(kept.baseline().file().getFileName()));
    }
    if (base instanceof Base.Numbers numbers) {
      return verdict(stored(numbers.run(), run), SessionSpread.STATED)
          .noting("Compared with the numbers of %s.".formatted(numbers.named()));
    }
    if (base instanceof Base.Portable portable) {
      return verdict(stored(portable.baseline().run(), run), SessionSpread.NONE)
          .noting(keptAsBaseline(run))
          .noting(
              "Allocation was compared with that of %s, from another machine."
                  .formatted(portable.baseline().file()));
    }
    return verdict(new Material(Optional.empty(), run, Optional.empty()), SessionSpread.NONE)
        .noting(keptAsBaseline(run));
  }

  /** What is known of the gate on this machine, if the suite is as it was calibrated. */
  private Verdict citing(Verdict verdict) {
    return Optional.of(new Calibrations(request.places().jars().home()))
        .filter(any -> suite.whole())
        .flatMap(calibrations -> calibrations.of(machine, suite.name()))
        .map(kept -> verdict.noting(Calibrated.note(kept)))
        .orElse(verdict);
  }

  private Verdict verdict(Material material, SessionSpread spread) {
    material.write(output);
    Request.Against against = request.against();
    return material.verdict(request.policy(), against.required(), against.tolerated(), spread);
  }

  private Material stored(Run base, Run head) {
    return new Material(Optional.of(suite.selection().of(base)), head, Optional.empty());
  }

  /** Keeps what was measured, unless something is missing of it, and says so loudly. */
  private String keptAsBaseline(Run run) {
    String loud =
        "NO BASELINE for suite %s on this machine (%s): time was compared with nothing."
            .formatted(suite.name(), machine.id());
    if (!suite.whole()) {
      return loud + " Nothing was kept either, because the suite was not measured as configured.";
    }
    if (!run.failures().isEmpty() || run.results().isEmpty()) {
      return loud + " Nothing was kept either, because not all that was expected was measured.";
    }
    Path kept = request.places().baselines().keep(run, suite.name());
    request.places().jars().keep(head);
    return loud
        + " This run was kept as the baseline, in %s: the same command compares with it next time."
            .formatted(kept);
  }

  private Run alone(Progress progress) {
    try (Session session = Session.open(progress);
        Bench bench =
            session.bench(
                Map.of(Side.HEAD, head),
                suite.forkOptions(),
                Optional.empty(),
                Journal.NONE,
                request.seed())) {
      List<Task> tasks = bench.tasks(Side.HEAD, suite.selection());
      Stage stage = bench.stage("measuring", Map.of(Side.HEAD, tasks), Looks.ONCE);
      stage.until(suite.effort().forks(), stage.benchmarks(), "measuring");
      Measured measured = side(stage.measured(machine), Side.HEAD);
      output.jmh(measured.entries());
      output.run("run.json", measured.run());
      return measured.run();
    }
  }

  private Material sideBySide(Base.Jar base, Progress progress) {
    try (Session session = Session.open(progress);
        Bench bench =
            session.bench(
                Map.of(Side.BASE, base.jar(), Side.HEAD, head),
                suite.forkOptions(),
                suite.effort().turn(),
                Journal.NONE,
                request.seed())) {
      return new Campaign(
              new MeasuredForks(bench, suite.selection(), machine),
              suite.effort(),
              new Judge(request.policy()),
              request.against().tolerated())
          .run(screened -> screened.write(output));
    }
  }

  private static Measured side(Map<Side, Measured> measured, Side side) {
    return Objects.requireNonNull(measured.get(side));
  }
}
