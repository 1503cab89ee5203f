package dev.tenfold.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A home of a JVM whose {@code java} is a shell script that behaves as JMH does in each case. */
final class FakeJava {
  static final Shape SHAPE = new Shape(0, Duration.ofMillis(1), 2, Duration.ofMillis(1));

  private static final String SCRIPT =
      """
      #!/bin/sh
      home='@HOME@'
      if [ "$3" = dev.tenfold.probe.Catalogue ]; then
        cat "$home/catalogue" > "$4"
        exit 0
      fi
      for last; do
        [ "$before" = -rff ] && file=$last
        case "$last" in '^'*) pattern=$last ;; esac
        before=$last
      done
      name=${pattern#??}; name=${name#?}; name=${name%??}; name=${name%?}
      echo "${2%%:*} $name" >> "$home/log"
      entry() {
        printf '{"benchmark":"%s","mode":"avgt","threads":1,"measurementIterations":2,' "$1"
        printf '"primaryMetric":{"score":1,"scoreUnit":"ns/op","rawData":[[%s]]}}' "$2"
      }
      case "$name" in
        a.B.exit3) echo something went wrong; exit 3 ;;
        a.B.empty) : > "$file" ;;
        a.B.nothing) ;;
        a.B.missing) echo '[]' > "$file" ;;
        a.B.short) echo "[$(entry "$name" 1)]" > "$file" ;;
        a.B.other) echo "[$(entry a.B.else 1,2)]" > "$file" ;;
        a.B.twice) echo "[$(entry "$name" 1,2),$(entry "$name" 1,2)]" > "$file" ;;
        a.B.torn) echo "[$(entry "$name" 1,2)" > "$file" ;;
        a.B.nan) echo "[$(entry "$name" '"NaN",2')]" > "$file" ;;
        a.B.second)
          if [ -e "$home/once" ]; then exit 9; fi
          : > "$home/once"
          echo "[$(entry "$name" 1,2)]" > "$file" ;;
        *) echo "[$(entry "$name" 1,2)]" > "$file" ;;
      esac
      """;

  private final Path home;

  private FakeJava(Path home) {
    this.home = home;
  }

  static FakeJava in(Path home) throws IOException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, SCRIPT.replace("@HOME@", home.toString()));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    return new FakeJava(home);
  }

  ForkOptions options() {
    return new ForkOptions(
        home,
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(),
        Duration.ofSeconds(20));
  }

  /** What the jar says that it holds. */
  void lists(String... lines) throws IOException {
    Files.write(home.resolve("catalogue"), List.of(lines));
  }

  /** Every fork so far: the jar and the benchmark. */
  List<String> forks() throws IOException {
    return Files.readAllLines(home.resolve("log"));
  }

  static Set<String> broken() {
    return Set.of("exit3", "empty", "nothing", "missing", "short", "other", "twice", "torn");
  }
}
