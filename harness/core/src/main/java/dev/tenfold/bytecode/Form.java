package dev.tenfold.bytecode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class file without what running code does not see: no source file, line numbers, local variable
 * names, and a constant pool in the order of use. Two class files of equal form run the same.
 *
 * <p>Names of parameters and all annotations stay, because reflection finds them. Line numbers are
 * in stack traces; that they move is not held to change how fast a benchmark is.
 *
 * @param bytes of the class file so rewritten
 * @param place of the class among those that it lies in, where that is not in the bytes
 * @param isNative whether a method of it is written in another language, and so cannot be followed
 */
record Form(byte[] bytes, String place, boolean isNative) {

  /** All but the debug attributes: for code that may look at any class in any way. */
  static Form full(byte[] classFile) {
    return rewritten(classFile, new Filter(Set.of(), true));
  }

  /**
   * What code sees that uses the class by its name. Which classes it lies in, and which lie in it,
   * no code follows but the likes of {@code Class.getDeclaredClasses}, and {@link Power} knows
   * those. Left in the bytes, it would make every class reach all that lie with it in one source.
   *
   * @param without names of methods that are left out
   */
  static Form reached(byte[] classFile, Set<String> without) {
    return rewritten(classFile, new Filter(without, false));
  }

  /** Two of the same hash are the same. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      digest.update(place.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JVM has SHA-256", e);
    }
  }

  /** Not copying the pool of the reader is what makes its order not matter. */
  private static Form rewritten(byte[] classFile, Filter filter) {
    new ClassReader(classFile).accept(filter, 0);
    return new Form(filter.writer.toByteArray(), filter.place.toString(), filter.isNative);
  }

  private static final class Filter extends ClassVisitor {
    private final ClassWriter writer;
    private final Set<String> without;
    private final boolean full;
    private boolean isNative;
    private String self = "";
    private final StringBuilder place = new StringBuilder();

    Filter(Set<String> without, boolean full) {
      this(new ClassWriter(0), without, full);
    }

    private Filter(ClassWriter writer, Set<String> without, boolean full) {
      super(Opcodes.ASM9, writer);
      this.writer = writer;
      this.without = without;
      this.full = full;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      self = name;
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {}

    /** Of these, other code sees only those of the class itself: its name and modifiers. */
    @Override
    public void visitInnerClass(
        String name, @Nullable String outer, @Nullable String inner, int access) {
      if (full) {
        super.visitInnerClass(name, outer, inner, access);
      } else if (name.equals(self)) {
        place.append("inner %s %s %s ".formatted(outer, inner, access));
      }
    }

    @Override
    public void visitOuterClass(
        String owner, @Nullable String method, @Nullable String descriptor) {
      if (full) {
        super.visitOuterClass(owner, method, descriptor);
      } else {
        place.append("outer %s %s %s ".formatted(owner, method, descriptor));
      }
    }

    @Override
    public void visitNestHost(String host) {
      if (full) {
        super.visitNestHost(host);
      } else {
        place.append("host %s ".formatted(host));
      }
    }

    @Override
    public void visitNestMember(String member) {
      if (full) {
        super.visitNestMember(member);
      }
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (without.contains(name)) {
        return null;
      }
      isNative |= (access & Opcodes.ACC_NATIVE) != 0;
      return new Undebugged(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class Undebugged extends MethodVisitor {
    Undebugged(MethodVisitor method) {
      super(Opcodes.ASM9, method);
    }

    @Override
    public void visitLineNumber(int line, Label start) {}

    @Override
    public void visitLocalVariable(
        String name,
        String descriptor,
        @Nullable String signature,
        Label start,
        Label end,
        int index) {}
  }
}
