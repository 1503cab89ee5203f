package dev.tenfold.bytecode;

import dev.tenfold.bytecode.Change.How;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells of each benchmark of two jars whether base and head can differ. Reads lazily and remembers
 * what it read, so that one of these serves all benchmarks; to be used by one thread at a time.
 */
public final class Identities implements AutoCloseable {
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}_$./]+");

  private final boolean sameFile;
  private final Difference difference;
  private final Optional<Side> base;
  private final Optional<Side> head;

  /** A jar whose list of benchmarks could be read. */
  private record Side(Listing listing, Scans scans) {
    static Optional<Side> of(Program program) {
      return program.listing().map(listing -> new Side(listing, new Scans(program, listing)));
    }

    /** What the benchmark reaches; what it is given may name classes and documents too. */
    Optional<Reach> reach(String benchmark, Collection<String> given) {
      List<Listing.Line> lines = listing.of(benchmark);
      Program program = scans.program();
      boolean generated =
          lines.stream().allMatch(line -> program.has(Program.internal(line.generated())));
      if (lines.isEmpty() || !generated) {
        return Optional.empty();
      }
      Set<String> words =
          Stream.concat(lines.stream().map(Listing.Line::text), given.stream())
              .flatMap(NOT_IN_NAMES::splitAsStream)
              .collect(Collectors.toSet());
      Set<String> roots = words.stream().map(Program::internal).collect(Collectors.toSet());
      // Whatever letters its name has.
      lines.forEach(line -> roots.add(Program.internal(line.generated())));
      Reach reach = Walk.from(roots, scans);
      return program.documents().stream()
          .filter(document -> words.stream().anyMatch(word -> word.endsWith(document)))
          .findFirst()
          .map(document -> reach.reading("it is given the name " + document))
          .or(() -> Optional.of(reach));
    }
  }

  private Identities(boolean sameFile, Program base, Program head) {
    this.sameFile = sameFile;
    this.difference = new Difference(base, head);
    this.base = Side.of(base);
    this.head = Side.of(head);
  }

  /**
   * Opens two jars of benchmarks.
   *
   * @throws InputException if one of them cannot be read as a jar, now or later
   */
  public static Identities between(Path base, Path head) {
    Program first = Program.open(base);
    try {
      Program second = Program.open(head);
      try {
        return new Identities(Files.mismatch(base, head) < 0, first, second);
      } catch (IOException | RuntimeException e) {
        second.close();
        throw e;
      }
    } catch (IOException e) {
      first.close();
      throw new InputException("%s or %s cannot be read: %s".formatted(base, head, e), e);
    } catch (RuntimeException e) {
      first.close();
      throw e;
    }
  }

  /**
   * Whether this benchmark can differ.
   *
   * @param benchmark fully qualified, {@code package.Class.method}; of a group, the group's name
   * @param given to both, as arguments of the JVM or values of parameters; classes and documents in
   *     the jars that stand there by name are taken to be used
   */
  public Identity of(String benchmark, Collection<String> given) {
    if (difference.hasClassPath()) {
      return Identity.unknown(
          benchmark,
          "The manifest of the jar has a Class-Path, and what lies there was not looked into.");
    }
    if (sameFile) {
      return new Identity(
          benchmark, "The two jars are the same, byte for byte.", Optional.empty(), List.of());
    }
    if (base.isEmpty() || head.isEmpty()) {
      return Identity.unknown(
          benchmark,
          "%s of the %s is not in the form that JMH writes since 1.13."
              .formatted(Listing.LIST, base.isEmpty() ? "base" : "head"));
    }
    Optional<Reach> was = base.get().reach(benchmark, given);
    Optional<Reach> is = head.get().reach(benchmark, given);
    if (was.isEmpty() || is.isEmpty()) {
      return Identity.unknown(
          benchmark, "The %s does not have it.".formatted(was.isEmpty() ? "base" : "head"));
    }
    return compared(benchmark, was.get(), is.get());
  }

  private Identity compared(String benchmark, Reach was, Reach is) {
    Reach farther = is.power().compareTo(was.power()) >= 0 ? is : was;
    List<Change> changes = new ArrayList<>(difference.forAll());
    if (!listing(base).of(benchmark).equals(listing(head).of(benchmark))) {
      changes.add(new Change("what its annotations say in " + Listing.LIST, How.CHANGED));
    }
    String reach;
    switch (farther.power()) {
      case READS_JAR -> {
        changes.addAll(difference.ofFiles());
        reach = "It reaches every file in the jar: " + farther.because() + ".";
      }
      case LOADS_CLASSES -> {
        changes.addAll(difference.ofPrograms());
        reach = "It reaches every class in the jar: " + farther.because() + ".";
      }
      default -> {
        changes.addAll(Difference.ofClasses(was, is));
        changes.addAll(Difference.ofHints(hints(base, was), hints(head, is)));
        int count = is.classes().size();
        reach = "It reaches %d %s.".formatted(count, count == 1 ? "class" : "classes");
      }
    }
    return new Identity(benchmark, reach, Optional.empty(), List.copyOf(new HashSet<>(changes)));
  }

  private static Listing listing(Optional<Side> side) {
    return side.orElseThrow().listing();
  }

  private static Set<String> hints(Optional<Side> side, Reach reach) {
    return listing(side).hints(reach, side.orElseThrow().scans().program());
  }

  @Override
  public void close() {
    difference.close();
  }
}
