package dev.tenfold.check;

import dev.tenfold.compare.SessionSpread;
import dev.tenfold.config.JvmMode;
import dev.tenfold.config.Suite;
import dev.tenfold.html.Runs;
import dev.tenfold.jmh.Detail;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Status;
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
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Glob;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import dev.tenfold.store.Baseline;
import dev.tenfold.store.Calibrations;
import dev.tenfold.store.JournalFile;
import dev.tenfold.store.Particulars;
import dev.tenfold.store.RunFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Measures a jar, compares it with its base, judges, and writes everything down. */
public final class Check {
  private static final String NAMED = "The base is the jar of %s.";

  private final Request request;
  private final Suite suite;
  private final Progress progress;
  private final Machine machine;
  private final BenchmarkJar head;
  private final Eligible eligible;
  private Runs judged = Runs.NONE;

  private Check(Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
    this.suite = request.suite();
    Path jar = request.jar().toAbsolutePath();
    this.head =
        BenchmarkJar.at(jar)
            .from(Revisions.current(Objects.requireNonNull(jar.getParent()), System.getenv()));
    this.machine = Fingerprint.of(suite.options().java());
    this.eligible = new Eligible(suite.selection(), machine.javaMajor());
  }

  /**
   * Runs a check to its end. One that was cut off can be gone on with from its journal, which lies
   * where the results go.
   *
   * @return the verdict, which is also written to the places that were named
   * @throws InputException if something that was named cannot be used; what was measured until then
   *     is kept
   */
  public static Verdict run(Request request, Progress progress) {
    Check check = new Check(request, progress);
    Base base = check.base();
    try (JournalFile file = check.journal()) {
      Output output = check.output(file, base);
      Verdict verdict = check.eligible.noted(check.against(base, output));
      output.verdict(verdict, check.judged);
      return verdict;
    }
  }

  /**
   * Tells which benchmarks would be measured and why, without measuring any.
   *
   * @param chosen over {@code package.Class.method}
   * @return a few sentences for each; empty if the head has no such benchmark
   * @throws InputException if there is no jar of a base
   */
  public static List<String> explain(Request request, Glob chosen, Progress progress) {
    Check check = new Check(request, progress);
    if (!(check.base() instanceof Base.Jar base)) {
      throw new InputException(
          "There is no jar to compare %s with, so all of it is measured. Name one with --base JAR."
              .formatted(request.jar()));
    }
    Set<String> methods = new TreeSet<>();
    check.heads().stream()
        .filter(chosen::matches)
        .forEach(benchmark -> methods.add(benchmark.method()));
    return check.sameness(base).explained(methods);
  }

  /** The benchmarks that a check of this would measure or spare, without measuring any. */
  public static SortedSet<BenchmarkId> listed(Request request, Progress progress) {
    return new Check(request, progress).heads();
  }

  private SortedSet<BenchmarkId> heads() {
    try (Session session = Session.idle(progress);
        Bench bench =
            session.bench(
                Map.of(Side.HEAD, head),
                List.of(),
                suite.forkOptions(),
                Optional.empty(),
                Journal.NONE,
                request.manner().seed())) {
      SortedSet<BenchmarkId> ids = new TreeSet<>();
      tasks(bench, Side.HEAD).forEach(task -> ids.add(task.id()));
      return ids;
    }
  }

  private Sameness sameness(Base.Jar base) {
    List<String> given = new ArrayList<>(suite.forkOptions().jvmArgsAppend());
    suite.selection().params().values().forEach(given::addAll);
    // These reach the measured JVMs too.
    for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
      given.add(System.getenv().getOrDefault(variable, ""));
    }
    return new Sameness(base.jar().path(), head.path(), given);
  }

  /** Measures the head and writes it down, without a comparison. */
  public static Run measure(Request request, Progress progress) {
    Check check = new Check(request, progress);
    try (JournalFile file = check.journal()) {
      Output output = check.output(file, new Base.None());
      Material material = check.alone(new Base.None(), output);
      material.write(output);
      return material.head();
    }
  }

  private JournalFile journal() {
    return JournalFile.in(request.places().out(), request.manner().resume());
  }

  /**
   * Nothing that lies there is removed before it is known that what is asked can be gone on with.
   */
  private Output output(JournalFile file, Base base) {
    Journal journal = file.of(particulars(base), progress);
    return Output.in(request.places().out()).with(journal);
  }

  private Base base() {
    if (request.against().built().isPresent()) {
      Built built = request.against().built().get();
      return new Base.Jar(built.jar(), built.note());
    }
    if (request.against().base().isPresent()) {
      Path named = request.against().base().get();
      return isZip(named)
          ? new Base.Jar(BenchmarkJar.at(named), NAMED.formatted(named))
          : new Base.Numbers(RunFile.read(named, Detail.SUMMARY), named.toString());
    }
    if (!suite.compared()) {
      return new Base.None();
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
                      NAMED.formatted("baseline " + kept.get().file().getFileName())))
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

  private Verdict against(Base base, Output output) {
    if (base instanceof Base.Jar jar) {
      Verdict verdict = verdict(sideBySide(jar, output), SessionSpread.NONE, output);
      return citing(ofCalm(verdict.noting(jar.note())));
    }
    Material material = alone(base, output);
    if (base instanceof Base.Kept kept) {
      return verdict(material, Spread.of(kept.baseline().sessions()), output)
          .noting(
              "The jar of %s is not in the local store, so the base could not be measured again: its stored numbers were compared."
                  .formatted(kept.baseline().file().getFileName()));
    }
    if (base instanceof Base.Numbers numbers) {
      return verdict(material, SessionSpread.STATED, output)
          .noting("Compared with the numbers of %s.".formatted(numbers.named()));
    }
    if (base instanceof Base.Portable portable) {
      return kept(verdict(material, SessionSpread.NONE, output), material.head())
          .noting(
              "Allocation was compared with that of %s, from another machine."
                  .formatted(portable.baseline().file()));
    }
    Verdict verdict = verdict(material, SessionSpread.NONE, output);
    return suite.compared()
        ? kept(verdict, material.head())
        : verdict.noting(
            "Suite %s is measured to see that all of it can be, and compared with nothing."
                .formatted(suite.name()));
  }

  /** A calm JVM is not the one of production, and what was found in it is said to be. */
  private Verdict ofCalm(Verdict verdict) {
    boolean calm = suite.effort().jvm() == JvmMode.CALM && verdict.status() == Status.REGRESSION;
    return calm
        ? verdict.noting(
            "The regressions were found in calm JVMs and are not confirmed in JVMs as they are in production: the same command with --jvm as-is tells.")
        : verdict;
  }

  /** What is known of the gate on this machine, if it decides as it was calibrated. */
  private Verdict citing(Verdict verdict) {
    return Optional.of(new Calibrations(request.places().jars().home()))
        .filter(any -> suite.whole())
        .flatMap(calibrations -> calibrations.of(machine, suite.name()))
        .filter(kept -> kept.rule().equals(suite.rule(request.policy())))
        .map(kept -> verdict.noting(Calibrated.note(kept)))
        .orElse(verdict);
  }

  private Verdict verdict(Material material, SessionSpread spread, Output output) {
    material.write(output);
    judged = material.runs();
    Request.Against against = request.against();
    boolean required = against.required() && suite.compared();
    return material.verdict(request.policy(), required, against.tolerated(), spread);
  }

  /** Keeps what was measured, unless something is wrong with it, and says so loudly. */
  private Verdict kept(Verdict verdict, Run run) {
    String loud =
        "NO BASELINE for suite %s on this machine (%s): time was compared with nothing."
            .formatted(suite.name(), machine.id());
    return verdict.noting(
        obstacle(verdict, run)
            .map(why -> "%s Nothing was kept either, because %s.".formatted(loud, why))
            .orElseGet(() -> loud + keptAsBaseline(run)));
  }

  /** Why a run must not become what all others are compared with. */
  private Optional<String> obstacle(Verdict verdict, Run run) {
    if (!suite.whole()) {
      return Optional.of("the suite was not measured as configured");
    }
    if (request.manner().shard().isPresent()) {
      return Optional.of("this is a shard and not the suite");
    }
    if (!run.failures().isEmpty() || run.results().isEmpty()) {
      return Optional.of("not all that was expected was measured");
    }
    return verdict.status() == Status.PASS
        ? Optional.empty()
        : Optional.of("what does not pass would be the base of the next check");
  }

  private String keptAsBaseline(Run run) {
    request.places().jars().keep(head);
    Path kept = request.places().baselines().keep(run, suite.name());
    return " This run was kept as the baseline, in %s: the same command compares with it next time."
        .formatted(kept);
  }

  private Material alone(Base base, Output output) {
    try (Session session = Session.open(progress, request.manner().bounds());
        Bench bench = bench(session, Map.of(Side.HEAD, head), Optional.empty(), output)) {
      Optional<Run> stored = base.stored().map(eligible.selection()::of);
      Agenda agenda =
          Agenda.of(List.of(), tasks(bench, Side.HEAD), stored, request.manner().shard());
      Run run =
          agenda.isDone()
              ? new Run(bench.origin(Side.HEAD, machine), List.of(), List.of())
              : measured(bench, agenda.heads(), output);
      return new Material(agenda.stored(), run, Optional.empty(), share(agenda, base));
    }
  }

  private Run measured(Bench bench, List<Task> tasks, Output output) {
    Stage stage = bench.stage("measuring", Map.of(Side.HEAD, tasks), Looks.ONCE);
    stage.until(suite.effort().forks(), stage.benchmarks(), "measuring");
    Measured measured = Objects.requireNonNull(stage.measured(machine).get(Side.HEAD));
    output.jmh(measured.entries());
    return measured.run();
  }

  private Material sideBySide(Base.Jar base, Output output) {
    Map<Side, BenchmarkJar> jars = Map.of(Side.BASE, base.jar(), Side.HEAD, head);
    try (Session session = Session.open(progress, request.manner().bounds());
        Bench bench = bench(session, jars, suite.effort().turn(), output)) {
      Agenda all =
          Agenda.of(
              tasks(bench, Side.BASE),
              tasks(bench, Side.HEAD),
              Optional.empty(),
              request.manner().shard());
      Agenda agenda =
          request.against().identity() ? all.sparing(sameness(base).among(all.both())) : all;
      Optional<Share> share = share(agenda, base);
      MeasuredForks forks = new MeasuredForks(bench, agenda, machine, output);
      Material material =
          agenda.isDone()
              ? forks.nothing()
              : new Campaign(
                      forks,
                      suite.effort(),
                      new Judge(request.policy(), share.map(Share::suite).orElse(0)),
                      request.against().tolerated())
                  .run(screened -> screened.write(output));
      return material.as(share);
    }
  }

  private Optional<Share> share(Agenda agenda, Base base) {
    return agenda.shard().map(shard -> Share.of(shard, agenda.suite(), particulars(base)));
  }

  private Particulars particulars(Base base) {
    return request.particulars(head, machine, base.identity());
  }

  private Bench bench(
      Session session, Map<Side, BenchmarkJar> jars, Optional<Duration> turn, Output output) {
    return session.bench(
        jars,
        suite.services(),
        suite.forkOptions(),
        turn,
        output.journal(),
        request.manner().seed());
  }

  private List<Task> tasks(Bench bench, Side side) {
    List<Task> all = bench.tasks(side, suite.selection());
    return side == Side.HEAD ? eligible.of(all, progress) : eligible.of(all);
  }
}
