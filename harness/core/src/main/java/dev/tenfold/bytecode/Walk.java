package dev.tenfold.bytecode;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds what one benchmark can reach: from class to class along every name that stands in the code.
 * A class can come to run only if code that runs names it, or finds its name otherwise; for the
 * latter there is {@link Power}.
 */
final class Walk {
  private static final String START = "";

  private final Scans scans;
  private final Program program;
  private final Deque<String> queue = new ArrayDeque<>();

  /** Each class that is reached, with the one by way of which it was reached first. */
  private final Map<String, String> from = new LinkedHashMap<>();

  private final Map<String, Set<String>> without = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Set<ClassFile.Member> uses = new LinkedHashSet<>();
  private final Map<String, String> calls = new TreeMap<>();
  private Power power = Power.NONE;
  private String because = "";

  private Walk(Scans scans) {
    this.scans = scans;
    this.program = scans.program();
  }

  /** All that can be reached from these classes, and from what the JDK finds by itself. */
  static Reach from(Collection<String> roots, Scans scans) {
    Walk walk = new Walk(scans);
    roots.forEach(root -> walk.reach(root, START));
    walk.program.providers().forEach(walk::reachProvidersUnasked);
    walk.toTheEnd();
    return walk.reach();
  }

  /**
   * Providers of a service of the jar's own can only be asked for by code that names the service.
   * Those of the JDK's the JDK may ask for at any time, but those of {@code javax} only if code
   * uses packages that {@link Power} does not trust anyway.
   */
  private void reachProvidersUnasked(String service, Collection<String> providers) {
    boolean unasked =
        Program.isJmh(service)
            || service.startsWith("java/") && !service.startsWith("java/sql/")
            || service.startsWith("jdk/")
            || service.startsWith("sun/");
    if (unasked && !program.has(service)) {
      providers.forEach(provider -> reach(provider, START));
    }
  }

  private void reach(String type, String by) {
    if (program.has(type) && from.putIfAbsent(type, by) == null) {
      queue.add(type);
    }
  }

  private void toTheEnd() {
    do {
      while (!queue.isEmpty()) {
        visit(queue.remove());
      }
      if (power == Power.FINDS_METHODS) {
        calls.forEach(this::call);
      }
      bringBack();
    } while (!queue.isEmpty());
  }

  private void call(String name, String holder) {
    Power called = Power.ofName(name);
    if (called.compareTo(power) > 0) {
      power = called;
      because += ", and " + holder;
    }
  }

  private void visit(String type) {
    Set<String> left = without.computeIfAbsent(type, key -> scans.cut(key).all());
    for (String file : program.files(type)) {
      Scan scan = scans.scan(file, left);
      supertypes.computeIfAbsent(type, key -> new HashSet<>()).addAll(scan.supertypes());
      uses.addAll(scan.uses());
      scan.calls()
          .forEach(name -> calls.put(name, "%s holds the name %s".formatted(shown(type), name)));
      if (scan.power().compareTo(power) > 0) {
        power = scan.power();
        because = shown(type) + path(type) + " " + scan.because();
      }
      scan.edges().forEach(edge -> reach(edge, type));
      program.providers().getOrDefault(type, List.of()).forEach(found -> reach(found, type));
    }
  }

  /** Visits again the classes of which methods were left out that turn out to be called. */
  private void bringBack() {
    Set<String> open = openToCallers();
    List<Set<String>> families = from.keySet().stream().map(this::kin).toList();
    without.replaceAll(
        (type, left) -> {
          Set<String> called = new HashSet<>();
          if (power != Power.NONE) {
            called.addAll(left);
          } else if (open.contains(type)) {
            called.addAll(scans.cut(type).benchmarks());
          }
          for (ClassFile.Member use : uses) {
            if (left.contains(use.name()) && areKin(type, use.owner(), families)) {
              called.add(use.name());
            }
          }
          Set<String> still = new HashSet<>(left);
          if (still.removeAll(called)) {
            queue.add(type);
          }
          return still;
        });
  }

  /**
   * The classes of which the JDK or JMH may call methods that no code in the jar names: those that
   * have an interface or superclass from outside of it, and their own superclasses.
   */
  private Set<String> openToCallers() {
    Set<String> open = new HashSet<>();
    for (String type : from.keySet()) {
      Set<String> kin = kin(type);
      if (!kin.stream().allMatch(one -> program.has(one) || one.equals("java/lang/Object"))) {
        open.addAll(kin);
      }
    }
    return open;
  }

  /**
   * Whether a call to a method of the one can end in a method of the other: if some class that can
   * run is both.
   */
  private static boolean areKin(String one, String other, List<Set<String>> families) {
    return families.stream().anyMatch(kin -> kin.contains(one) && kin.contains(other));
  }

  /** A class and all from which it inherits. */
  private Set<String> kin(String type) {
    Set<String> kin = new HashSet<>(Set.of(type));
    Deque<String> todo = new ArrayDeque<>(kin);
    while (!todo.isEmpty()) {
      for (String supertype : supertypes.getOrDefault(todo.remove(), Set.of())) {
        if (kin.add(supertype)) {
          todo.add(supertype);
        }
      }
    }
    return kin;
  }

  private Reach reach() {
    SortedMap<String, String> classes = new TreeMap<>();
    Set<String> leftOut = new HashSet<>();
    without.forEach(
        (type, left) -> {
          program.files(type).forEach(file -> classes.put(file, scans.scan(file, left).hash()));
          left.forEach(method -> leftOut.add(type + "." + method));
        });
    return new Reach(classes, leftOut, power, because);
  }

  /** How the benchmark comes to a class; empty if it names it itself. */
  private String path(String type) {
    StringBuilder path = new StringBuilder();
    String by = from.getOrDefault(type, START);
    while (!by.equals(START)) {
      path.insert(0, shown(by) + (path.isEmpty() ? "" : ", "));
      by = from.getOrDefault(by, START);
    }
    return path.isEmpty() ? "" : " (by way of " + path + ")";
  }

  private static String shown(String type) {
    return type.replace('/', '.');
  }
}
