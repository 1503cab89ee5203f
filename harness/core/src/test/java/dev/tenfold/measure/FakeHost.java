package dev.tenfold.measure;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays {@code dev.tenfold.probe.Host} and its forks, in milliseconds and without JMH: {@link
 * FakeJava} lays it in the way of the real one. It needs nothing but the JDK, so that it can be
 * started from wherever its class lies.
 *
 * <p>The name of a benchmark says how it behaves: a word, and after underscores a side to which
 * that is limited ({@code base}, {@code head}), the fork from which on ({@code from2}), and a
 * number. So {@code dies_head_3} of the head ends in its third turn, and behaves in the base.
 *
 * <pre>
 * dies_K hangs_K leaves_K   in turn K, where 0 is before it connects; leaves without an error
 * lonely                    cannot be alive beside another
 * stranger                  says the wrong token
 * long_MS                   takes at least so long for every turn, and alone no time at all
 * throws                    as JMH tells it with -foe
 * ends_CODE                 takes the whole host with it
 * loud_MIB                  prints so much
 * empty nothing missing short other twice torn nan   writes that in place of its result
 * </pre>
 *
 * Its home holds {@code catalogue}, which is what the jars list, or one for each side, as {@code
 * catalogue-base}; and {@code levels}: a line for a benchmark and a side, with the score of each
 * fork, around and around. There it writes {@code log} (a line for each fork: side, benchmark,
 * number of iterations) and {@code turns} (a line for each turn: side, benchmark, first and last
 * nanosecond).
 */
final class FakeHost {
  private static final int PARTNER_GONE = 130;

  private final Path home;
  private final String side;

  private FakeHost(Path home, String side) {
    this.home = home;
    this.side = side;
  }

  /** Takes its home and the class path of the real one, whose first file names the side. */
  public static void main(String[] args) throws Exception {
    LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(requests));
    reader.setDaemon(true);
    reader.start();
    String jar = Path.of(args[1].split(java.io.File.pathSeparator)[0]).getFileName().toString();
    FakeHost host = new FakeHost(Path.of(args[0]), jar.startsWith("base") ? "base" : "head");
    while (true) {
      List<String> request =
          Arrays.stream(requests.take().split(" ")).map(FakeHost::decode).toList();
      int code = host.serve(request.subList(1, request.size()));
      System.out.println();
      System.out.println(request.get(0) + " " + code);
      System.out.flush();
    }
  }

  /** Whoever asks is gone at the end, and so is this. */
  private static void read(LinkedBlockingQueue<String> requests) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        requests.add(line);
      }
    } catch (IOException e) {
      System.out.println(e);
    }
    Runtime.getRuntime().halt(0);
  }

  private int serve(List<String> request) {
    try {
      if (request.get(0).equals("list")) {
        Path own = home.resolve("catalogue-" + side);
        Files.copy(
            Files.exists(own) ? own : home.resolve("catalogue"),
            Path.of(request.get(1)),
            StandardCopyOption.REPLACE_EXISTING);
      } else {
        fork(request.subList(request.indexOf("--") + 1, request.size()));
      }
      return 0;
    } catch (Broken e) {
      System.out.println(e.getMessage());
    } catch (IOException e) {
      System.out.println("<forked VM failed with exit code " + PARTNER_GONE + ">");
    }
    return 1;
  }

  private void fork(List<String> jmh) throws IOException {
    String pattern = jmh.get(0);
    String name = pattern.substring(3, pattern.length() - 3);
    int number = forksOf(name) + 1;
    Behaviour behaviour = Behaviour.of(name, side, number);
    int rounds = Integer.parseInt(after("-wi", jmh)) + Integer.parseInt(after("-i", jmh));
    append("log", "%s %s %s".formatted(side, name, rounds));
    if (behaviour.is("throws")) {
      throw new Broken(
          "Iteration 1: <failure>\njava.lang.IllegalStateException: boom\n\tat a.B.c(B.java:7)");
    }
    if (behaviour.is("ends")) {
      System.out.println("something went wrong");
      System.out.flush();
      Runtime.getRuntime().halt(behaviour.number());
    }
    if (behaviour.is("loud")) {
      String line = "0123456789abcde".repeat(4096) + "\n";
      for (int i = 0; i < behaviour.number() * 16; i++) {
        System.out.print(line);
      }
    }
    String turn = "dev.tenfold.probe.Turn:";
    String place =
        jmh.stream().filter(a -> a.startsWith(turn)).findFirst().orElse("").replace(turn, "");
    if (place.isEmpty()) {
      alone(behaviour, rounds);
    } else {
      inTurns(behaviour, name, place, rounds);
    }
    Path file = Path.of(after("-rff", jmh));
    List<String> entries = behaviour.entries(entry(name, number, jmh));
    if (!entries.isEmpty()) {
      Files.writeString(file, entries.get(0));
    }
  }

  /** As the log has it, which outlives this process. */
  private int forksOf(String name) throws IOException {
    Path log = home.resolve("log");
    String beginning = side + " " + name + " ";
    return Files.exists(log)
        ? (int) Files.readAllLines(log).stream().filter(l -> l.startsWith(beginning)).count()
        : 0;
  }

  private static void alone(Behaviour behaviour, int rounds) {
    for (int round = 0; round <= rounds && !behaviour.is("long"); round++) {
      behaviour.live(round);
    }
  }

  /** As {@code dev.tenfold.probe.Turn} does it. */
  private void inTurns(Behaviour behaviour, String name, String place, int rounds)
      throws IOException {
    behaviour.live(0);
    if (behaviour.is("lonely")) {
      throw new Broken("java.net.BindException: Address already in use");
    }
    StringBuilder turns = new StringBuilder();
    String[] portAndToken = place.split(":");
    try (Socket harness =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(portAndToken[0]))) {
      harness.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(harness.getInputStream());
      OutputStream out = harness.getOutputStream();
      String token = behaviour.is("stranger") ? "0".repeat(32) : portAndToken[1];
      out.write(token.getBytes(StandardCharsets.US_ASCII));
      for (int round = 1; round <= rounds; round++) {
        out.write('r');
        expect('g', in);
        long begin = System.nanoTime();
        if (behaviour.is("leaves") && behaviour.number() == round) {
          return;
        }
        behaviour.live(round);
        turns.append("%s %s %s %s%n".formatted(side, name, begin, System.nanoTime()));
      }
      out.write('d');
      expect('l', in);
    }
    append("turns", turns.toString().strip());
  }

  private static void expect(char word, DataInputStream in) throws IOException {
    if (in.readByte() != word) {
      throw new IOException("not what the harness may say");
    }
  }

  private String entry(String name, int number, List<String> jmh) throws IOException {
    int iterations = Integer.parseInt(after("-i", jmh));
    double level = level(name, number);
    List<String> scores = new ArrayList<>();
    for (int i = 0; i < iterations; i++) {
      scores.add(Double.toString(level * (1 + i % 2 / 1000.0)));
    }
    return """
    {"jmhVersion": "1.37", "benchmark": "%s", "mode": "%s", "threads": %s, "forks": 1,
     "jvm": "/fake/java", "jvmArgs": [], "jdkVersion": "17", "vmName": "Fake", "vmVersion": "17",
     "warmupIterations": %s, "warmupTime": "%s", "warmupBatchSize": 1,
     "measurementIterations": %d, "measurementTime": "%s", "measurementBatchSize": 1,
     "primaryMetric": {"score": %s, "scoreUnit": "ns/op", "rawData": [[%s]]}}"""
        .formatted(
            name,
            after("-bm", jmh),
            after("-t", jmh),
            after("-wi", jmh),
            after("-w", jmh),
            iterations,
            after("-r", jmh),
            level,
            String.join(", ", scores));
  }

  private double level(String name, int number) throws IOException {
    Path levels = home.resolve("levels");
    if (Files.exists(levels)) {
      for (String line : Files.readAllLines(levels)) {
        String[] fields = line.split(" ");
        if (fields[0].equals(name) && fields[1].equals(side)) {
          return Double.parseDouble(fields[2 + (number - 1) % (fields.length - 2)]);
        }
      }
    }
    return 100;
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(
        home.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String after(String option, List<String> jmh) {
    return jmh.contains(option) ? jmh.get(jmh.indexOf(option) + 1) : "";
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** What JMH would print. */
  private static final class Broken extends RuntimeException {
    Broken(String message) {
      super(message);
    }
  }

  private record Behaviour(String word, int number) {

    static Behaviour of(String name, String side, int fork) {
      List<String> words = List.of(name.substring(name.lastIndexOf('.') + 1).split("_"));
      String other = side.equals("base") ? "head" : "base";
      boolean later = words.stream().anyMatch(w -> w.matches("from\\d+") && fork < digits(w));
      int number = words.stream().filter(w -> w.matches("\\d+")).mapToInt(Behaviour::digits).sum();
      return new Behaviour(words.contains(other) || later ? "behaves" : words.get(0), number);
    }

    private static int digits(String word) {
      return Integer.parseInt(word.replaceAll("\\D", ""));
    }

    boolean is(String what) {
      return word.equals(what);
    }

    /** Lives through a turn, or does not; turn 0 is what comes before the first. */
    void live(int turn) {
      if (is("dies") && number == turn) {
        throw new Broken("<forked VM failed with exit code 42>");
      }
      while (is("hangs") && number == turn) {
        LockSupport.park();
      }
      if (is("long") && turn > 0) {
        long end = System.nanoTime() + number * 1_000_000L;
        while (System.nanoTime() < end) {
          LockSupport.parkNanos(end - System.nanoTime());
        }
      }
    }

    /** The text of JMH's file, or none for no file. */
    List<String> entries(String entry) {
      return switch (word) {
        case "nothing" -> List.of();
        case "empty" -> List.of("");
        case "missing" -> List.of("[]");
        case "short" -> List.of("[" + entry.replaceFirst("\\[\\[[^,]*, ", "[[") + "]");
        case "other" -> List.of("[" + entry.replace("a.B.other", "a.B.else") + "]");
        case "twice" -> List.of("[" + entry + "," + entry + "]");
        case "torn" -> List.of("[" + entry);
        case "nan" -> List.of("[" + entry.replaceFirst("\\[\\[[^,]*", "[[\"NaN\"") + "]");
        default -> List.of("[" + entry + "]");
      };
    }
  }
}
