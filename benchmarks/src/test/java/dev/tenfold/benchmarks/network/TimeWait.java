package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The connections that are closed at both ends and still occupy a port, as Linux lists them. */
final class TimeWait {
  private static final List<Path> LISTS =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private TimeWait() {}

  /** How many have this port at one of their ends. */
  static int count(int port) throws IOException {
    String end = ":%04X".formatted(port);
    int count = 0;
    for (Path list : LISTS) {
      for (String line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
        // Number, local address, remote address, state and more.
        String[] fields = line.strip().split(" +");
        if (fields[3].equals("06") && (fields[1].endsWith(end) || fields[2].endsWith(end))) {
          count++;
        }
      }
    }
    return count;
  }
}
