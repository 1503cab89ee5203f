package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The connections that are closed at both ends and still occupy a port, as Linux lists them. */
final class TimeWait {
  private static final List<Path> LISTS =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private TimeWait() {}

  /**
   * Those with this port at one of their ends, named by both. There may be some from before the
   * port got its present owner.
   */
  static Set<String> of(int port) throws IOException {
    String end = ":%04X".formatted(port);
    Set<String> connections = new HashSet<>();
    for (Path list : LISTS) {
      for (String line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
        // Number, local address, remote address, state and more.
        String[] fields = line.strip().split(" +");
        if (fields[3].equals("06") && (fields[1].endsWith(end) || fields[2].endsWith(end))) {
          connections.add(fields[1] + " " + fields[2]);
        }
      }
    }
    return connections;
  }
}
