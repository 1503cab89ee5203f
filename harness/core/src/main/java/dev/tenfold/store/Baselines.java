package dev.tenfold.store;

import dev.tenfold.jmh.Detail;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kept runs of a project: one directory for each machine, in it one file for each session of a
 * suite, {@code quick-0001.json}. They are committed and reviewed like golden files.
 *
 * @param directory that holds the machines' directories
 */
public record Baselines(Path directory) {
  private static final Pattern FILE = Pattern.compile("([a-z0-9-]+)-(\\d{4,9})\\.json");

  /** One kept file. */
  public record Entry(Path file, String machine, String suite, int session) {}

  /** Every kept file, by machine, suite and session. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Path machine : children(directory)) {
      if (Files.isDirectory(machine)) {
        for (Path file : children(machine)) {
          entry(machine, file).ifPresent(entries::add);
        }
      }
    }
    return entries;
  }

  private static Optional<Entry> entry(Path machine, Path file) {
    Matcher matcher = FILE.matcher(name(file));
    return matcher.matches()
        ? Optional.of(
            new Entry(file, name(machine), matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> children(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted(Comparator.comparing(Path::toString)).toList();
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s".formatted(directory, e.getMessage()), e);
    }
  }

  /**
   * The baseline of a suite on a machine: its newest kept session.
   *
   * @throws InputException if a kept file is damaged. It is left as it is, and nothing else is
   *     taken in its place.
   */
  public Optional<Baseline> of(Machine machine, String suite) {
    List<Entry> newestFirst =
        entries().stream()
            .filter(entry -> entry.machine().equals(machine.id()) && entry.suite().equals(suite))
            .sorted(Comparator.comparingInt(Entry::session).reversed())
            .toList();
    if (newestFirst.isEmpty()) {
      return Optional.empty();
    }
    List<Run> runs = newestFirst.stream().map(entry -> read(entry.file())).toList();
    return Optional.of(
        new Baseline(newestFirst.get(0).file(), runs.get(0), runs.subList(1, runs.size())));
  }

  /** The newest kept session of another machine whose allocation is comparable with this one's. */
  public Optional<Baseline> portable(Machine machine, String suite) {
    return entries().stream()
        .filter(entry -> !entry.machine().equals(machine.id()) && entry.suite().equals(suite))
        .sorted(Comparator.comparingInt(Entry::session).reversed())
        .map(entry -> new Baseline(entry.file(), read(entry.file()), List.of()))
        .filter(baseline -> portable(baseline.run().origin(), machine))
        .max(Comparator.comparing(baseline -> baseline.run().origin().at().orElse(Instant.MIN)));
  }

  private static boolean portable(Origin origin, Machine machine) {
    return origin.machine().map(Machine::portable).equals(Optional.of(machine.portable()));
  }

  /** Keeps a run as the newest session of its machine; the run must tell its machine. */
  public Path keep(Run run, String suite) {
    if (!suite.matches("[a-z0-9-]+")) {
      throw new InputException(
          "A suite is named with lower-case letters, digits and dashes, not \"%s\"."
              .formatted(suite));
    }
    Machine machine =
        run.origin()
            .machine()
            .orElseThrow(
                () ->
                    new InputException(
                        "The run does not tell on which machine it was measured, so it cannot be a baseline. Measure it with: tenfold run"));
    int session =
        entries().stream()
                .filter(e -> e.machine().equals(machine.id()) && e.suite().equals(suite))
                .mapToInt(Entry::session)
                .max()
                .orElse(0)
            + 1;
    Path folder = directory.resolve(machine.id());
    Path file = folder.resolve(String.format(Locale.ROOT, "%s-%04d.json", suite, session));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException("%s cannot be made: %s".formatted(folder, e.getMessage()), e);
    }
    RunFile.write(run.summarised(), file);
    return file;
  }

  /**
   * Removes all but the newest sessions of each suite and machine, and the jars that only those had
   * measured.
   *
   * @param sessions how many to leave; at least 1, so that no baseline is lost whole
   * @return what was removed
   */
  public List<Path> prune(int sessions, Jars jars) {
    if (sessions < 1) {
      throw new InputException("At least 1 session of each suite stays, not " + sessions + ".");
    }
    Map<String, List<Entry>> bySuite = new TreeMap<>();
    for (Entry entry : entries()) {
      bySuite
          .computeIfAbsent(entry.machine() + "/" + entry.suite(), key -> new ArrayList<>())
          .add(entry);
    }
    List<Path> removed = new ArrayList<>();
    Set<String> dropped = new HashSet<>();
    for (List<Entry> ofOne : bySuite.values()) {
      ofOne.sort(Comparator.comparingInt(Entry::session));
      for (Entry entry : ofOne.subList(0, Math.max(0, ofOne.size() - sessions))) {
        read(entry.file()).origin().jar().ifPresent(dropped::add);
        remove(entry.file());
        removed.add(entry.file());
      }
    }
    entries().forEach(entry -> read(entry.file()).origin().jar().ifPresent(dropped::remove));
    dropped.forEach(jars::drop);
    return removed;
  }

  private static void remove(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new InputException("%s cannot be removed: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Run read(Path file) {
    return RunFile.read(file, Detail.SUMMARY);
  }
}
