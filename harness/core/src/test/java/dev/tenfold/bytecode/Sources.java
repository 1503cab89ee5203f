package dev.tenfold.bytecode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources to the files of a jar, in memory. */
final class Sources {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final Map<List<Object>, Map<String, byte[]>> COMPILED = new HashMap<>();

  private Sources() {}

  /**
   * What javac makes of these sources, by path in the jar.
   *
   * @param sources by path, {@code a/B.java}
   * @param options besides those that make it silent
   */
  static Map<String, byte[]> compile(Map<String, String> sources, String... options) {
    return COMPILED.computeIfAbsent(
        List.of(new TreeMap<>(sources), List.of(options)), key -> compiled(sources, options));
  }

  private static Map<String, byte[]> compiled(Map<String, String> sources, String... options) {
    List<JavaFileObject> units = new ArrayList<>();
    new TreeMap<>(sources).forEach((path, text) -> units.add(new Source(path, text)));
    List<String> all = new ArrayList<>(List.of("-g", "-nowarn", "-Xlint:none"));
    all.addAll(List.of(options));
    if (!all.contains("-processor")) {
      all.add("-proc:none");
    }
    StringWriter complaints = new StringWriter();
    Memory memory = new Memory(JAVAC.getStandardFileManager(null, null, null));
    if (!JAVAC.getTask(complaints, memory, null, all, null, units).call()) {
      throw new IllegalArgumentException(complaints.toString());
    }
    Map<String, byte[]> files = new TreeMap<>();
    memory.written.forEach((path, bytes) -> files.put(path, bytes.toByteArray()));
    return files;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("memory:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes;

    Written(String path, Kind kind, ByteArrayOutputStream bytes) {
      super(URI.create("memory:///" + path), kind);
      this.bytes = bytes;
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    Memory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      String path = className.replace('.', '/') + kind.extension;
      // Sources that an annotation processor writes are compiled, and do not come into the jar.
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (kind == JavaFileObject.Kind.CLASS) {
        written.put(path, bytes);
      }
      return new Written(path, kind, bytes);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String relativeName, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      written.put(relativeName, bytes);
      return new Written(relativeName, JavaFileObject.Kind.OTHER, bytes);
    }
  }
}
