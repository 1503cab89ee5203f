package dev.tenfold.bytecode;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What following one class file gave.
 *
 * @param hash of its form
 * @param supertypes internal names
 * @param edges the classes in the jar that it names
 * @param uses those watched members of classes in the jar that it uses
 * @param calls names that it holds, by which reflection could call what has a power
 * @param power that it has
 * @param because by what it has that power; the end of a sentence that begins with its name
 */
record Scan(
    String hash,
    List<String> supertypes,
    Set<String> edges,
    Set<ClassFile.Member> uses,
    Set<String> calls,
    Power power,
    String because) {

  /**
   * Follows a class file.
   *
   * @param without names of methods that are left out
   * @param watched names of those members whose use is of interest
   */
  static Scan of(byte[] classFile, Set<String> without, Program program, Set<String> watched) {
    try {
      Form form = Form.reached(classFile, without);
      Reader reader = new Reader(ClassFile.of(form.bytes()), program, watched);
      if (form.isNative()) {
        reader.note(Power.LOADS_CLASSES, "has native methods, which may load any class");
      }
      return reader.scan(form.hash());
    } catch (IOException | RuntimeException e) {
      // A class file of a later Java than ASM knows, or none at all: it may do anything.
      return new Scan(
          "none",
          List.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Power.READS_JAR,
          "cannot be read as a class file: " + e);
    }
  }

  private static final class Reader {
    private final ClassFile file;
    private final Program program;
    private final Set<String> watched;
    private final Set<String> edges = new HashSet<>();
    private final Set<ClassFile.Member> uses = new HashSet<>();
    private final Set<String> calls = new HashSet<>();
    private Power power = Power.NONE;
    private String because = "";

    Reader(ClassFile file, Program program, Set<String> watched) {
      this.file = file;
      this.program = program;
      this.watched = watched;
    }

    Scan scan(String hash) {
      file.texts().forEach(this::follow);
      for (String type : file.types()) {
        if (isOutside(type)) {
          hold(type);
          Power found = Power.of(type);
          note(found, found.verb + " " + readable(type));
        }
      }
      for (ClassFile.Member member : file.members()) {
        if (isOutside(member.owner())) {
          Power found = Power.of(member);
          note(found, found.verb + " " + readable(member.owner()) + "." + member.name());
        } else if (watched.contains(member.name())) {
          uses.add(member);
        }
      }
      file.strings().forEach(this::hold);
      file.texts().forEach(this::read); // those of annotations too: a parameter may name a file
      return new Scan(hash, file.supertypes(), edges, uses, calls, power, because);
    }

    private boolean isOutside(String type) {
      return !program.has(type) && !type.startsWith("[");
    }

    void note(Power found, String why) {
      if (found.compareTo(power) > 0) {
        power = found;
        because = why;
      }
    }

    private static String readable(String type) {
      return type.replace('/', '.').replace('$', '.');
    }

    /** Any text may be the name of a class, or a descriptor or signature that holds names. */
    private void follow(String text) {
      edge(Program.internal(text));
      if (text.indexOf(';') >= 0) {
        descriptor(text);
      }
      if (text.contains(">.")) {
        // In a signature, La/B<TT;>.C; stands for the class a/B$C.
        descriptor(withoutArguments(text).replace('.', '$'));
      }
    }

    private void descriptor(String text) {
      for (int l = text.indexOf('L'); l >= 0; l = text.indexOf('L', l + 1)) {
        int limit = Math.min(text.length(), l + 2 + program.longestName());
        for (int end = l + 1; end < limit; end++) {
          if (text.charAt(end) == ';' || text.charAt(end) == '<') {
            edge(text.substring(l + 1, end));
            break;
          }
        }
      }
    }

    private static String withoutArguments(String signature) {
      String before = signature;
      String after = before.replaceAll("<[^<>]*>", "");
      while (!after.equals(before)) {
        before = after;
        after = before.replaceAll("<[^<>]*>", "");
      }
      return after;
    }

    private void edge(String type) {
      if (program.has(type)) {
        edges.add(type);
      }
    }

    private void hold(String name) {
      if (Power.ofName(name) != Power.NONE) {
        calls.add(name);
      }
    }

    private void read(String string) {
      boolean named =
          string.endsWith(".class")
              || string.contains("java.class.path")
              || program.documents().stream().anyMatch(string::endsWith);
      if (named) {
        note(Power.READS_JAR, "holds the text \"" + string + "\", and so may read the jar as data");
      }
    }
  }
}
