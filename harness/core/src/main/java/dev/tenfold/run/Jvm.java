package dev.tenfold.run;

/**
 * The JVM that was measured, as JMH records it. A field that a file does not tell is empty.
 *
 * @param path of the {@code java} command
 * @param version for example {@code 17.0.15}
 * @param name for example {@code OpenJDK 64-Bit Server VM}
 * @param build for example {@code 17.0.15+6-Debian-1deb12u1}
 * @param jmhVersion of the JMH in the measured jar
 */
public record Jvm(String path, String version, String name, String build, String jmhVersion) {}
