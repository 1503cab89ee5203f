package dev.tenfold.check;

import static dev.tenfold.run.Runs.MACHINE;
import static dev.tenfold.run.Runs.failing;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.iterations;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.check.Material.Confirmation;
import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Terms;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.measure.Shard;
import dev.tenfold.report.Format;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Spared;
import dev.tenfold.store.Particulars;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  private static final Looks LOOKS = new Looks(List.of(3, 6));
  private static final Particulars SAME = new Particulars(new TreeMap<>(Map.of("seed", "1")));
  private static final Policy POLICY = Policy.standard();

  @TempDir private Path directory;

  private final Random random = new Random(11);

  @Test
  void theShardsOfForksAreJudgedAsTheForksInOne() throws IOException {
    Set<Outcome> seen = new HashSet<>();
    int confirmed = 0;
    for (int i = 0; i < 20; i++) {
      Material whole = measured(14);
      int count = 1 + i % 5;
      Verdict merged = merge(places(whole, count));
      Verdict one = verdict(whole);
      assertThat(json(merged)).isEqualTo(json(one));
      assertThat(Material.read(out())).isEqualTo(whole);
      merged.findings().forEach(finding -> seen.add(finding.outcome()));
      confirmed += whole.confirmation().isPresent() ? 1 : 0;
    }
    assertThat(seen)
        .contains(
            Outcome.REGRESSED,
            Outcome.INCONCLUSIVE,
            Outcome.UNCHANGED,
            Outcome.FAILED,
            Outcome.ADDED,
            Outcome.IDENTICAL,
            Outcome.REMOVED);
    assertThat(confirmed).isPositive();
  }

  @Test
  void whatAShardClaimsTheWholeClaimsToo() {
    int claims = 0;
    int more = 0;
    for (int i = 0; i < 40; i++) {
      Material whole = measured(10);
      Set<String> regressed = regressed(verdict(whole));
      Set<String> inShards = new HashSet<>();
      for (Shard shard : new Shard(1, 4).all()) {
        inShards.addAll(regressed(verdict(share(whole, shard))));
      }
      assertThat(regressed).containsAll(inShards);
      claims += inShards.size();
      more += regressed.size();
    }
    assertThat(claims).as("a rule over no claims would always hold").isPositive();
    assertThat(more).as("of a share less is known").isGreaterThan(claims);
  }

  @Test
  void withoutAShardTheVerdictIsIncompleteAndTheRunsAreNotWritten() {
    List<Path> places = places(steady(7), 3);
    Verdict verdict = merge(List.of(places.get(0), places.get(2)));
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(verdict.status().exitCode()).isEqualTo(4);
    assertThat(verdict.notes())
        .singleElement()
        .asString()
        .contains("Of shard 2/3 nothing is known");
    assertThat(verdict.expected()).isEqualTo(5);
    assertThat(out().resolve("verdict.json")).exists();
    assertThat(out().resolve("run.json")).doesNotExist();
  }

  @Test
  void aShardGivenTwiceIsRefused() {
    List<Path> places = places(steady(4), 2);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> merge(List.of(places.get(0), places.get(1), places.get(0))))
        .withMessageContaining("Shard 1/2 is given twice: in " + places.get(0));
  }

  @Test
  void shardsOfAnotherMeasurementOrNumberAreRefused() {
    Material whole = steady(4);
    Path one = write(share(whole, new Shard(1, 2)), "one");
    Material other = share(whole, new Shard(2, 2));
    Particulars seeded = other.share().orElseThrow().particulars().with("seed", "2");
    Share strange = new Share(new Shard(2, 2), 4, seeded);
    Path two = write(other.as(Optional.of(strange)), "two");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> merge(List.of(one, two)))
        .withMessageContaining("seed: 1 there, 2 here");
    Path three = write(share(whole, new Shard(2, 3)), "three");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> merge(List.of(one, three)))
        .withMessageContaining("shards: 2 there, 3 here");
  }

  @Test
  void shardsDealtFromDifferentBenchmarksAreRefused() {
    Path one = write(share(steady(4), new Shard(1, 2)), "one");
    Path two = write(share(steady(5), new Shard(2, 2)), "two");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> merge(List.of(one, two)))
        .withMessageContaining("list of benchmarks: 4, checksum");
  }

  @Test
  void aDirectoryWithoutAWholeShardIsRefused() {
    Path whole = write(steady(3), "whole");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> merge(List.of(whole)))
        .withMessageContaining(whole + " holds no shard that was measured to its end");
  }

  @Test
  void theResultsDoNotGoWhereAShardLies() {
    List<Path> places = places(steady(3), 2);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Merge.run(places, places.get(1).resolve("."), POLICY, false, Set.of()))
        .withMessageContaining("--out DIRECTORY");
    assertThat(Material.read(places.get(1)).share()).isPresent();
  }

  @Test
  void aShardWithoutBenchmarksPassesAndIsMerged() {
    Material whole = steady(2);
    List<Path> places = places(whole, 4);
    Verdict empty = verdict(Material.read(places.get(3)));
    assertThat(empty.status()).isEqualTo(Status.PASS);
    assertThat(empty.notes()).singleElement().asString().contains("shard 4/4: 0 of 2 benchmarks");
    assertThat(json(merge(places))).isEqualTo(json(verdict(whole)));
  }

  @Test
  void aShardOfWhatIsOnOneSideAlonePasses() {
    Run head = run(head(MACHINE, 0), result(id("b"), 1, 2));
    Run base = run(base(MACHINE, 0), result(id("a"), 1, 2));
    for (Shard shard : new Shard(1, 2).all()) {
      Material part = share(new Material(Optional.of(base), head, Optional.empty()), shard);
      assertThat(verdict(part).status()).isEqualTo(Status.PASS);
    }
  }

  @Test
  void severalMachinesAreSaidWhereEachMeasuredBothSides() {
    Machine other = new Machine("Other", 2, 4, "o", "k", "none", "j", 17, "G1", "align 8");
    Material one = share(steady(4), new Shard(1, 2));
    Material two = on(other, 60, share(steady(4), new Shard(2, 2)));
    Verdict verdict = merge(List.of(write(one, "one"), write(two, "two")));
    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.head().machine()).isEmpty();
    assertThat(verdict.head().at()).isEqualTo(head(MACHINE, 0).at());
    assertThat(verdict.notes())
        .singleElement()
        .asString()
        .contains("different machines", MACHINE.id(), other.id());
  }

  @Test
  void severalMachinesAreRefusedWhereTheBaseIsStored() {
    Machine other = new Machine("Other", 2, 4, "o", "k", "none", "j", 17, "G1", "align 8");
    Material one = share(steady(4), new Shard(1, 2));
    Material two = share(steady(4), new Shard(2, 2));
    List<Path> places = new ArrayList<>();
    for (Material part : List.of(one, on(other, 60, two))) {
      Run base = part.base().orElseThrow();
      Run stored = new Run(base(MACHINE, -1000), base.results(), base.failures());
      places.add(
          write(
              new Material(Optional.of(stored), part.head(), Optional.empty(), part.share()),
              "stored" + places.size()));
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> merge(places))
        .withMessageContaining("different machines", other.id());
  }

  private static Origin base(Machine machine, int second) {
    return origin(machine, "aa", second);
  }

  private static Origin head(Machine machine, int second) {
    return origin(machine, "bb", second);
  }

  private static Origin origin(Machine machine, String jar, int second) {
    return new Origin(
        Optional.of(machine),
        Optional.of("abc"),
        Optional.of(Instant.ofEpochSecond(second + 1_000_000)),
        Optional.of(jar));
  }

  private static Material on(Machine machine, int second, Material material) {
    Run base = material.base().orElseThrow();
    return new Material(
        Optional.of(new Run(base(machine, second), base.results(), base.failures())),
        new Run(head(machine, second), material.head().results(), material.head().failures()),
        Optional.empty(),
        material.share());
  }

  /** Nothing is worse, so nothing is suspect. */
  private static Material steady(int count) {
    Result[] results = new Result[count];
    for (int i = 0; i < count; i++) {
      results[i] = result(id("s" + i), 100, 100.1, 100.2);
    }
    return new Material(
        Optional.of(run(base(MACHINE, 0), results)),
        run(head(MACHINE, 0), results),
        Optional.empty());
  }

  /** Some regressed, most did not; one broke, one is new, one is gone; suspects were confirmed. */
  private Material measured(int count) {
    List<Result> bases = new ArrayList<>(List.of(result(id("gone"), 1, 1, 1)));
    List<Result> heads = new ArrayList<>(List.of(result(id("new"), 1, 1, 1)));
    Map<BenchmarkId, Double> effects = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      effects.put(id("m" + i), random.nextInt(3) == 0 ? 1 + 0.1 * random.nextDouble() : 1);
      bases.add(noisy(id("m" + i), 1, 3));
      heads.add(noisy(id("m" + i), effects.get(id("m" + i)), 3));
    }
    Run base = new Run(base(MACHINE, 0), bases, List.of());
    List<Spared> same =
        List.of(new Spared(id("same"), "The same."), new Spared(id("too"), "The same."));
    Run head = failing(new Run(head(MACHINE, 0), heads, List.of()), id("broken")).sparing(same);
    SortedSet<BenchmarkId> suspects =
        new Judge(POLICY).suspects(Comparer.compare(base, head, Terms.sideBySide(Set.of())));
    if (suspects.isEmpty()) {
      return new Material(Optional.of(base), head, Optional.empty());
    }
    List<Result> freshBases = new ArrayList<>();
    List<Result> freshHeads = new ArrayList<>();
    for (BenchmarkId suspect : suspects) {
      int forks = LOOKS.at().get(random.nextInt(2));
      freshBases.add(noisy(suspect, 1, forks));
      freshHeads.add(noisy(suspect, effects.getOrDefault(suspect, 1.0), forks));
    }
    return new Material(
        Optional.of(base),
        head,
        Optional.of(
            new Confirmation(
                new Run(base(MACHINE, 0), freshBases, List.of()),
                new Run(head(MACHINE, 0), freshHeads, List.of()))));
  }

  private Result noisy(BenchmarkId id, double effect, int forks) {
    double[][] rows = new double[forks][4];
    for (double[] row : rows) {
      double fork = Math.exp(0.015 * random.nextGaussian());
      for (int i = 0; i < row.length; i++) {
        row[i] = 100 * effect * fork * Math.exp(0.002 * random.nextGaussian());
      }
    }
    return iterations(id, rows).under(new Circumstances(List.of(), Optional.empty(), LOOKS));
  }

  private static Material share(Material whole, Shard shard) {
    SortedSet<BenchmarkId> suite = new TreeSet<>();
    for (Run run : List.of(whole.base().orElseThrow(), whole.head())) {
      run.results().forEach(result -> suite.add(result.id()));
      run.failures().forEach(failure -> suite.add(failure.id()));
      run.spared().forEach(spared -> suite.add(spared.id()));
    }
    SortedSet<BenchmarkId> mine = shard.of(suite);
    Optional<Confirmation> fresh =
        whole
            .confirmation()
            .map(all -> new Confirmation(only(all.base(), mine), only(all.head(), mine)))
            .filter(some -> !some.head().results().isEmpty());
    return new Material(
        whole.base().map(run -> only(run, mine)),
        only(whole.head(), mine),
        fresh,
        Optional.of(Share.of(shard, suite, SAME)));
  }

  private static Run only(Run run, Collection<BenchmarkId> ids) {
    return new Run(
        run.origin(),
        run.results().stream().filter(result -> ids.contains(result.id())).toList(),
        run.failures().stream().filter(failure -> ids.contains(failure.id())).toList(),
        run.spared().stream().filter(spared -> ids.contains(spared.id())).toList());
  }

  private List<Path> places(Material whole, int count) {
    return new Shard(1, count)
        .all().stream()
            .map(shard -> write(share(whole, shard), "shard-" + shard.number()))
            .toList();
  }

  private Path write(Material material, String name) {
    Path place = directory.resolve(name);
    material.write(Output.in(place));
    return place;
  }

  private Path out() {
    return directory.resolve("out");
  }

  private Verdict merge(List<Path> places) {
    return Merge.run(places, out(), POLICY, false, Set.of());
  }

  private static Verdict verdict(Material material) {
    return material.verdict(POLICY, false, Set.of(), SessionSpread.STATED);
  }

  private static Set<String> regressed(Verdict verdict) {
    Set<String> names = new HashSet<>();
    verdict.findings().stream()
        .filter(finding -> finding.outcome() == Outcome.REGRESSED)
        .map(Finding::id)
        .forEach(id -> names.add(id.text()));
    return names;
  }

  private static String json(Verdict verdict) {
    StringBuilder json = new StringBuilder();
    try {
      Format.JSON.write(verdict, json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return json.toString();
  }
}
