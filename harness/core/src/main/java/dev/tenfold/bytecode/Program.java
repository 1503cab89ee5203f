package dev.tenfold.bytecode;

import dev.tenfold.run.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar of benchmarks, opened, with what lies in it sorted by what it can do to a benchmark. */
final class Program implements AutoCloseable {
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/[0-9]+/(.*)");
  private static final String SERVICES = "META-INF/services/";
  static final String MANIFEST = "META-INF/MANIFEST.MF";

  /**
   * JMH's own and what it is built on; a shaded jar tells them apart by nothing but the names. The
   * benchmarks that JMH brings as samples are benchmarks.
   */
  private static final Pattern JMH =
      Pattern.compile("(org/openjdk/jmh/(?!samples/)|joptsimple/|org/apache/commons/math3/).*");

  /**
   * What is for people to read, and what Maven notes about a build: no benchmark depends on it, and
   * it changes without any change of the code. Only in the places where build tools put it: a
   * {@code README.md} elsewhere may be a text that a benchmark works on.
   */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "META-INF/maven/.*"
              + "|(META-INF/)?(AUTHORS|CHANGELOG|CHANGES|CONTRIBUTING|COPYING|COPYRIGHT|DEPENDENCIES"
              + "|LICEN[CS]E|NOTICE|README|THIRD-PARTY)(\\.(adoc|md|rst|txt))?",
          Pattern.CASE_INSENSITIVE);

  private final Path jar;
  private final ZipFile zip;
  private final SortedSet<String> entries = new TreeSet<>();
  private final SortedSet<String> foundation = new TreeSet<>();
  private final SortedSet<String> resources = new TreeSet<>();
  private final Set<String> documents = new HashSet<>();
  private final Map<String, List<String>> classes = new HashMap<>();
  private final Map<String, List<String>> providers = new HashMap<>();
  private int longestName;

  private Program(Path jar, ZipFile zip) {
    this.jar = jar;
    this.zip = zip;
    zip.stream().filter(entry -> !entry.isDirectory()).forEach(e -> entries.add(e.getName()));
    entries.forEach(this::sort);
  }

  /**
   * @throws InputException if it cannot be read
   */
  @SuppressWarnings("MustBeClosedChecker")
  static Program open(Path jar) {
    try {
      return new Program(jar, new ZipFile(jar.toFile()));
    } catch (IOException e) {
      throw unreadable(jar, e);
    }
  }

  private void sort(String entry) {
    Matcher versioned = VERSIONED.matcher(entry);
    String name = versioned.matches() ? versioned.group(1) : entry;
    if (name.endsWith(".class")) {
      if (isJmh(name)) {
        foundation.add(entry);
      } else {
        String type = name.substring(0, name.length() - ".class".length());
        classes.computeIfAbsent(type, key -> new ArrayList<>(1)).add(entry);
        longestName = Math.max(longestName, type.length());
      }
    } else if (DOCUMENT.matcher(entry).matches()) {
      documents.add(entry.substring(entry.lastIndexOf('/') + 1));
    } else if (!List.of(Listing.LIST, Listing.HINTS, MANIFEST).contains(entry)) {
      resources.add(entry);
      if (entry.startsWith(SERVICES)) {
        providers.put(internal(entry.substring(SERVICES.length())), providersIn(entry));
      }
    }
  }

  private List<String> providersIn(String entry) {
    return text(entry)
        .lines()
        .map(line -> internal(line.replaceFirst("#.*", "").strip()))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Whether this file or type, a name with slashes, is JMH's own. */
  static boolean isJmh(String name) {
    return JMH.matcher(name).matches();
  }

  static String internal(String className) {
    return className.replace('.', '/');
  }

  /** All files in the jar. */
  SortedSet<String> entries() {
    return entries;
  }

  /** JMH: code under every benchmark. */
  SortedSet<String> foundation() {
    return foundation;
  }

  /** What any code may read by name, or the JVM by itself. */
  SortedSet<String> resources() {
    return resources;
  }

  /** The names, without directories, of the files that are neither. */
  Set<String> documents() {
    return documents;
  }

  /** The class files of all classes but JMH's. */
  SortedSet<String> classFiles() {
    SortedSet<String> files = new TreeSet<>();
    classes.values().forEach(files::addAll);
    return files;
  }

  /** Whether this class, by its internal name, lies in the jar and is not JMH's. */
  boolean has(String type) {
    return classes.containsKey(type);
  }

  /** The length of the longest name of a class. */
  int longestName() {
    return longestName;
  }

  /** The files of a class: several, if there are some for later JVMs. */
  List<String> files(String type) {
    return classes.getOrDefault(type, List.of());
  }

  /** The services that the jar provides, and their providers; internal names. */
  Map<String, List<String>> providers() {
    return Collections.unmodifiableMap(providers);
  }

  /** What JMH's generator wrote; empty if it is not in a form that is known. */
  Optional<Listing> listing() {
    List<Listing.Line> lines = new ArrayList<>();
    for (String text : Listing.effective(text(Listing.LIST))) {
      Optional<Listing.Line> line = Listing.Line.of(text);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      lines.add(line.get());
    }
    return Optional.of(new Listing(lines, Listing.effective(text(Listing.HINTS))));
  }

  /** The attributes of the manifest, in lower case; those of a section have its name before. */
  Map<String, String> manifest() {
    Map<String, String> attributes = new HashMap<>();
    try {
      Manifest manifest = new Manifest(new ByteArrayInputStream(optionalBytes(MANIFEST)));
      put(manifest.getMainAttributes(), "", attributes);
      manifest.getEntries().forEach((section, own) -> put(own, section + ": ", attributes));
      return attributes;
    } catch (IOException e) {
      throw unreadable(jar, e);
    }
  }

  private static void put(Attributes from, String prefix, Map<String, String> to) {
    from.forEach(
        (name, value) ->
            to.put(prefix + name.toString().toLowerCase(Locale.ROOT), value.toString()));
  }

  /** The text of an entry; empty if there is none. */
  private String text(String entry) {
    return new String(optionalBytes(entry), StandardCharsets.UTF_8);
  }

  private byte[] optionalBytes(String entry) {
    return entries.contains(entry) ? bytes(entry) : new byte[0];
  }

  byte[] bytes(String entry) {
    ZipEntry found = Objects.requireNonNull(zip.getEntry(entry), entry);
    try (InputStream in = zip.getInputStream(found)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(jar, e);
    }
  }

  private static InputException unreadable(Path jar, IOException e) {
    return new InputException(
        "%s cannot be read as a jar: %s. Build it again.".formatted(jar, e.getMessage()), e);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw unreadable(jar, e);
    }
  }
}
