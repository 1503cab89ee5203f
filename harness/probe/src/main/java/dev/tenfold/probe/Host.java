package dev.tenfold.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Serves the harness with the JMH of one jar, request after request, until its standard input ends.
 *
 * <p>One host for all forks of a jar, because starting a JVM with JMH in it and letting JMH find
 * out what the JVM can do takes as long as a short fork. It is also a lifeline: the standard input
 * is a pipe whose other end only the harness holds, so its end of file says that the harness is
 * gone, however it went, and nothing goes on measuring.
 *
 * <p>A request is a line of fields with a space between, each URL-encoded in UTF-8: a word that
 * marks the answer, then
 *
 * <ul>
 *   <li>{@code list FILE}: writes the {@link Catalogue} to the file;
 *   <li>{@code fork NAME=VALUE... -- ARGUMENT...}: runs JMH with these values of the parameters,
 *       each encoded once more on either side of the equals sign, and these arguments of its own
 *       command line. Parameters do not go through {@code -p}, which splits values at commas.
 * </ul>
 *
 * The answer is a line of its own on the standard output, behind all that JMH and the benchmark
 * printed: the word, a space, and 0 if the request was served or 1 if something was thrown, which
 * then stands above.
 */
public final class Host {
  /** What the JVM ends with when nobody is left to see it, but for a reader of logs. */
  private static final int HARNESS_GONE = 129;

  private static volatile boolean here;

  private final LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<String>();
  private volatile boolean serving;

  private Host() {}

  /**
   * Whether this JVM is a host. JMH makes each profiler here too, to see whether it can be made.
   */
  static boolean isHere() {
    return here;
  }

  public static void main(String[] args) throws Exception {
    here = true;
    // JMH's machine-wide lock is held by the harness for the whole run. Set here and not with -D,
    // because JMH hands the host's own flags on to the measured JVM.
    System.setProperty("jmh.ignoreLock", "true");
    new Host().serve();
  }

  private void serve() throws Exception {
    Thread reader = new Thread(this::read, "tenfold-requests");
    reader.setDaemon(true);
    reader.start();
    while (true) {
      List<String> request = Arrays.asList(requests.take().split(" "));
      int code = 0;
      serving = true;
      try {
        serve(decode(request.get(1)), request.subList(2, request.size()));
      } catch (Throwable e) { // also an error in the class initialiser of a foreign class
        e.printStackTrace(System.out);
        code = 1;
      }
      serving = false;
      System.err.flush();
      System.out.println();
      System.out.println(request.get(0) + " " + code);
      System.out.flush();
    }
  }

  private void read() {
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        requests.add(line);
      }
    } catch (IOException e) {
      // An unreadable pipe says the same as its end: nobody is at the other side.
    }
    if (serving) {
      Runtime.getRuntime().halt(HARNESS_GONE);
    }
    System.exit(0); // with time for JMH to remove its temporary files
  }

  private static void serve(String what, List<String> fields) throws Exception {
    if (what.equals("list")) {
      Catalogue.write(decode(fields.get(0)));
      return;
    }
    int separator = fields.indexOf("--");
    String[] jmh = new String[fields.size() - separator - 1];
    for (int i = 0; i < jmh.length; i++) {
      jmh[i] = decode(fields.get(separator + 1 + i));
    }
    ChainedOptionsBuilder options = new OptionsBuilder().parent(new CommandLineOptions(jmh));
    for (String param : fields.subList(0, separator)) {
      String[] parts = decode(param).split("=", -1);
      options.param(decode(parts[0]), decode(parts[1]));
    }
    new Runner(options.build()).run();
  }

  private static String decode(String text) throws UnsupportedEncodingException {
    return URLDecoder.decode(text, "UTF-8");
  }
}
