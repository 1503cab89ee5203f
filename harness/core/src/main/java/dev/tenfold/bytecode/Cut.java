package dev.tenfold.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The methods of a class with benchmarks that do not belong to a benchmark unless it calls them:
 * the other benchmarks of the class, and private methods, among them the bodies of lambdas. All
 * else of a class counts whole. Without this, each benchmark of a class would change with all.
 *
 * @param benchmarks names of its methods that are benchmarks
 * @param privates names of its private methods
 */
record Cut(Set<String> benchmarks, Set<String> privates) {

  /** Those that the JVM and the JDK call although no code names them. */
  private static final Set<String> CALLED_UNNAMED =
      Set.of(
          "<init>",
          "<clinit>",
          "clone",
          "equals",
          "finalize",
          "hashCode",
          "toString",
          "readObject",
          "readObjectNoData",
          "readResolve",
          "writeObject",
          "writeReplace");

  Set<String> all() {
    Set<String> all = new HashSet<>(benchmarks);
    all.addAll(privates);
    return all;
  }

  /** The cuts of all classes that have benchmarks, or a subclass with them; by internal name. */
  static Map<String, Cut> of(Program program, Listing listing) {
    Map<String, Cut> cuts = new HashMap<>();
    Deque<String> types = new ArrayDeque<>();
    listing.lines().forEach(line -> types.add(nested(line.owner(), program)));
    while (!types.isEmpty()) {
      String type = types.remove();
      // Which of several versions runs is the JVM's choice: they are never cut.
      if (program.files(type).size() == 1 && !cuts.containsKey(type)) {
        Finder finder = Finder.in(program.bytes(program.files(type).get(0)));
        cuts.put(type, finder.cut());
        types.addAll(finder.supertypes);
      }
    }
    return cuts;
  }

  /** The internal name of a class that is written as in source, {@code a.Outer.Nested}. */
  private static String nested(String name, Program program) {
    String internal = Program.internal(name);
    int slash = internal.lastIndexOf('/');
    while (slash > 0 && !program.has(internal)) {
      internal = internal.substring(0, slash) + "$" + internal.substring(slash + 1);
      slash = internal.lastIndexOf('/', slash);
    }
    return internal;
  }

  private enum Kind {
    BENCHMARK,
    PRIVATE,
    OTHER
  }

  private static final class Finder extends ClassVisitor {
    private static final String BENCHMARK = "Lorg/openjdk/jmh/annotations/Benchmark;";

    private final Set<String> supertypes = new HashSet<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    private Finder() {
      super(Opcodes.ASM9);
    }

    static Finder in(byte[] classFile) {
      Finder finder = new Finder();
      try {
        new ClassReader(classFile).accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return finder;
      } catch (RuntimeException unreadable) {
        // Then nothing of it is left out; Scan says what is wrong with it.
        return new Finder();
      }
    }

    Cut cut() {
      return new Cut(names(Kind.BENCHMARK), names(Kind.PRIVATE));
    }

    private Set<String> names(Kind kind) {
      Set<String> names = new HashSet<>();
      kinds.forEach(
          (name, found) -> {
            if (found == kind && !CALLED_UNNAMED.contains(name)) {
              names.add(name);
            }
          });
      return names;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      if (superName != null) {
        supertypes.add(superName);
      }
      if (interfaces != null) {
        supertypes.addAll(List.of(interfaces));
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        private Kind kind = (access & Opcodes.ACC_PRIVATE) != 0 ? Kind.PRIVATE : Kind.OTHER;

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
          if (type.equals(BENCHMARK)) {
            kind = Kind.BENCHMARK;
          }
          return null;
        }

        @Override
        public void visitEnd() {
          // A name is left out only with all the methods that bear it, so they must be of a kind.
          kinds.merge(name, kind, (one, other) -> one == other ? one : Kind.OTHER);
        }
      };
    }
  }
}
