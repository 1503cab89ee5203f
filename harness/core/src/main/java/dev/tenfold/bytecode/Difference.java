package dev.tenfold.bytecode;

import dev.tenfold.bytecode.Change.How;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What differs between two jars, looked up once for all benchmarks. */
final class Difference implements AutoCloseable {

  /** Attributes of the manifest that tell when, where and from what a jar was built. */
  private static final Set<String> PROVENANCE =
      Set.of(
          "ant-version",
          "archiver-version",
          "bnd-lastmodified",
          "build-date",
          "build-jdk",
          "build-jdk-spec",
          "build-number",
          "build-revision",
          "build-time",
          "build-timestamp",
          "built-by",
          "built-on",
          "created-by",
          "git-commit",
          "git-sha",
          "implementation-build",
          "manifest-version",
          "originally-created-by",
          "scm-revision",
          "tool");

  private final Program base;
  private final Program head;
  private final Map<String, Boolean> sameForm = new HashMap<>();
  private Optional<List<Change>> forAll = Optional.empty();
  private Optional<List<Change>> ofPrograms = Optional.empty();
  private Optional<List<Change>> ofFiles = Optional.empty();

  Difference(Program base, Program head) {
    this.base = base;
    this.head = head;
  }

  /** Whether a manifest adds other jars or directories to the class path. */
  boolean hasClassPath() {
    return !base.manifest().getOrDefault("class-path", "").isBlank()
        || !head.manifest().getOrDefault("class-path", "").isBlank();
  }

  /** What every benchmark may feel: JMH, the resources, and the manifest. */
  List<Change> forAll() {
    if (forAll.isEmpty()) {
      List<Change> changes = new ArrayList<>();
      if (!changes(base.foundation(), head.foundation(), this::sameForm).isEmpty()) {
        changes.add(new Change("JMH itself, as it lies in the jar,", How.CHANGED));
      }
      changes.addAll(changes(base.resources(), head.resources(), this::sameBytes));
      changes.addAll(ofManifests());
      forAll = Optional.of(changes);
    }
    return forAll.get();
  }

  /** What code may feel that can load any class by its name. */
  List<Change> ofPrograms() {
    if (ofPrograms.isEmpty()) {
      List<Change> changes = new ArrayList<>();
      changes.addAll(changes(base.classFiles(), head.classFiles(), this::sameForm));
      for (String file : List.of(Listing.LIST, Listing.HINTS)) {
        Predicate<String> contained = name -> name.equals(file);
        changes.addAll(
            changes(
                base.entries().stream().filter(contained).toList(),
                head.entries().stream().filter(contained).toList(),
                this::sameBytes));
      }
      ofPrograms = Optional.of(changes);
    }
    return ofPrograms.get();
  }

  /** What code may feel that can read the jar as data: whatever there is. */
  List<Change> ofFiles() {
    if (ofFiles.isEmpty()) {
      ofFiles = Optional.of(changes(base.entries(), head.entries(), this::sameBytes));
    }
    return ofFiles.get();
  }

  /** What differs of the classes that one benchmark reaches. */
  static List<Change> ofClasses(Reach was, Reach is) {
    return changes(
        was.classes().keySet(),
        is.classes().keySet(),
        file -> was.classes().getOrDefault(file, "").equals(is.classes().get(file)));
  }

  static List<Change> ofHints(Set<String> was, Set<String> is) {
    return was.equals(is)
        ? List.of()
        : List.of(new Change("how it is compiled by " + Listing.HINTS, How.CHANGED));
  }

  private List<Change> ofManifests() {
    Map<String, String> was = base.manifest();
    Map<String, String> is = head.manifest();
    was.keySet().removeAll(PROVENANCE);
    is.keySet().removeAll(PROVENANCE);
    return changes(
            was.keySet(), is.keySet(), name -> was.getOrDefault(name, "").equals(is.get(name)))
        .stream()
        .map(change -> new Change(change.what() + " in " + Program.MANIFEST, change.how()))
        .toList();
  }

  private boolean sameBytes(String file) {
    return Arrays.equals(base.bytes(file), head.bytes(file));
  }

  private boolean sameForm(String classFile) {
    return sameForm.computeIfAbsent(
        classFile,
        file -> {
          byte[] was = base.bytes(file);
          byte[] is = head.bytes(file);
          return Arrays.equals(was, is) || haveSameForm(was, is);
        });
  }

  private static boolean haveSameForm(byte[] was, byte[] is) {
    try {
      return Arrays.equals(Form.full(was).bytes(), Form.full(is).bytes());
    } catch (RuntimeException unreadable) {
      // Not known to be the same is different.
      return false;
    }
  }

  private static List<Change> changes(
      Collection<String> was, Collection<String> is, Predicate<String> same) {
    SortedSet<String> all = new TreeSet<>(was);
    all.addAll(is);
    List<Change> changes = new ArrayList<>();
    for (String file : all) {
      if (!was.contains(file)) {
        changes.add(new Change(shown(file), How.ONLY_IN_HEAD));
      } else if (!is.contains(file)) {
        changes.add(new Change(shown(file), How.ONLY_IN_BASE));
      } else if (!same.test(file)) {
        changes.add(new Change(shown(file), How.CHANGED));
      }
    }
    return changes;
  }

  /** Classes by their names, all else by its path. */
  private static String shown(String file) {
    return file.endsWith(".class") && !file.startsWith("META-INF/")
        ? file.substring(0, file.length() - ".class".length()).replace('/', '.')
        : file;
  }

  @Override
  public void close() {
    base.close();
    head.close();
  }
}
