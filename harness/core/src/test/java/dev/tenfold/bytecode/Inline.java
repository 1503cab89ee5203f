package dev.tenfold.bytecode;

import java.util.Map;
import java.util.TreeMap;

/**
 * A program of one benchmark, {@code app.B.run}, for tests of one thing each.
 *
 * @param body of class {@code B}, which extends nothing
 * @param sources of the other classes
 */
record Inline(String body, Map<String, String> sources) {
  static final String RUN = "app.B.run";

  /** A benchmark with this body, and beside it classes of which nothing in it needs to be named. */
  static Inline benchmark(String run) {
    return new Inline(
        "@Benchmark public Object run() throws Throwable { " + run + " }",
        Map.of("app/Far.java", "package app; public class Far { int value = 1; }"));
  }

  Inline and(String member) {
    return new Inline(body + "\n" + member, sources);
  }

  Inline with(String path, String source) {
    Map<String, String> more = new TreeMap<>(sources);
    more.put(path, source);
    return new Inline(body, more);
  }

  Jar jar() {
    return jar("class B");
  }

  /** With another head of the class, such as {@code class B implements Runnable}. */
  Jar jar(String head) {
    Map<String, String> all = new TreeMap<>(sources);
    all.put(
        "app/B.java",
        "package app; import org.openjdk.jmh.annotations.*; public %s { %s }"
            .formatted(head, body));
    all.put(
        "app/jmh_generated/B_run_jmhTest.java",
        """
        package app.jmh_generated;
        public class B_run_jmhTest {
          public void run_Throughput() throws Throwable { new app.B().run(); }
        }
        """);
    String line = Fixture.line("app.B", "app.jmh_generated.B_run_jmhTest", "run");
    return new Jar(Sources.compile(all)).with(Listing.LIST, line + "\n");
  }
}
