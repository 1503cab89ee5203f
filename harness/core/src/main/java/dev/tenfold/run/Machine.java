package dev.tenfold.run;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What of a machine and its JVM decides how fast code runs. Numbers from two machines that differ
 * in any of it are not compared, but for those that {@link #portable()} says are the same.
 *
 * @param cpu model name
 * @param cores that the JVM may use
 * @param memoryGib memory that the JVM may use, in GiB, rounded; the size class, not the free part
 * @param os name and architecture, for example {@code linux-amd64}
 * @param kernel release of the operating system
 * @param limits of a container, or {@code none}
 * @param jvm vendor and version of the measured JVM, for example {@code Debian 17.0.15+6}
 * @param javaMajor feature release of the measured JVM, for example 17
 * @param collector of the measured JVM by default, for example {@code G1}
 * @param objectLayout what decides the size of an object: compressed references, header
 */
public record Machine(
    String cpu,
    int cores,
    int memoryGib,
    String os,
    String kernel,
    String limits,
    String jvm,
    int javaMajor,
    String collector,
    String objectLayout) {

  /**
   * A directory name: readable in front, with a checksum of every field behind, so that two
   * different machines never share a baseline.
   */
  public String id() {
    CRC32 sum = new CRC32();
    sum.update(toString().getBytes(StandardCharsets.UTF_8));
    String readable = "%s-%scpu-%sg-jdk%s-%s".formatted(os, cores, memoryGib, javaMajor, collector);
    return readable.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-")
        + "-"
        + HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /**
   * What decides how many bytes an operation allocates: two machines that agree in it can be
   * compared in allocation whatever their speed.
   */
  public String portable() {
    return "jdk%s %s %s".formatted(javaMajor, collector, objectLayout);
  }
}
