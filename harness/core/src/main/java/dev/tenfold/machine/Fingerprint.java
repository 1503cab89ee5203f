package dev.tenfold.machine;

import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the fingerprint of this machine and of a JVM on it. */
public final class Fingerprint {
  private static final String UNKNOWN = "unknown";
  private static final long GIB = 1L << 30;

  private Fingerprint() {}

  /**
   * This machine with the JVM in this home.
   *
   * @throws InputException if that JVM cannot be started
   */
  public static Machine of(Path javaHome) {
    String told = ask(javaHome);
    return new Machine(
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        (int) Math.round((double) memory() / GIB),
        System.getProperty("os.name").toLowerCase(Locale.ROOT)
            + "-"
            + System.getProperty("os.arch"),
        System.getProperty("os.version"),
        limits(),
        property(told, "java.vendor") + " " + property(told, "java.runtime.version"),
        major(property(told, "java.specification.version")),
        collector(told),
        layout(told));
  }

  /** The size class of the memory that the JVM sees, which in a container is the container's. */
  private static long memory() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  private static String cpu() {
    return lines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name") || line.startsWith("CPU part"))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse(UNKNOWN);
  }

  private static String limits() {
    String cpu = String.join("", lines(Path.of("/sys/fs/cgroup/cpu.max")));
    String memory = String.join("", lines(Path.of("/sys/fs/cgroup/memory.max")));
    boolean free =
        (cpu.isEmpty() || cpu.startsWith("max")) && (memory.isEmpty() || memory.equals("max"));
    return free ? "none" : "cpu %s, memory %s".formatted(cpu, memory);
  }

  private static String ask(Path javaHome) {
    Path java = javaHome.resolve("bin").resolve("java");
    try {
      Process process =
          new ProcessBuilder(
                  java.toString(), "-XX:+PrintFlagsFinal", "-XshowSettings:properties", "-version")
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be started: %s. Name a JDK with --java HOME.".formatted(java, e.getMessage()),
          e);
    }
  }

  private static String property(String told, String name) {
    return find(told, "(?m)^\\s*" + Pattern.quote(name) + " = (.*)$", UNKNOWN);
  }

  private static int major(String version) {
    return version.equals(UNKNOWN) ? 0 : Integer.parseInt(version.replaceFirst("^1\\.", ""));
  }

  private static String collector(String told) {
    return find(
        told, "(?m)^\\s*bool Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC\\s*=\\s*true", UNKNOWN);
  }

  /** The flags that decide how many bytes an object takes. */
  private static String layout(String told) {
    return List.of("UseCompressedOops", "UseCompressedClassPointers", "UseCompactObjectHeaders")
        .stream()
        .filter(flag -> find(told, "(?m)^\\s*bool (" + flag + ")\\s*=\\s*true", "").equals(flag))
        .map(flag -> flag.substring("Use".length()))
        .collect(
            Collectors.joining(
                " ",
                "",
                " align " + find(told, "(?m) ObjectAlignmentInBytes\\s*=\\s*(\\d+)", UNKNOWN)))
        .strip();
  }

  private static String find(String text, String regex, String otherwise) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    return matcher.find() ? matcher.group(1).strip() : otherwise;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
