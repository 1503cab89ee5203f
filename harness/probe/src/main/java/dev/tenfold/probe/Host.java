package dev.tenfold.probe;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs JMH as its own main class does, with two differences: parameter values are taken as they
 * are, where {@code -p} splits them at commas, and JMH's machine-wide lock is left to the harness,
 * which holds it for the whole run.
 *
 * <p>Arguments: one {@code name=value} for each parameter, both URL-encoded in UTF-8, then {@code
 * --}, then JMH's own command line. Ends with 0 if JMH returned, 1 if it threw.
 */
public final class Host {
  private Host() {}

  public static void main(String[] args) throws Exception {
    Lifeline.hold();
    // Set here and not with -D, because JMH hands the host's own flags on to the measured JVM.
    System.setProperty("jmh.ignoreLock", "true");
    int separator = 0;
    while (!args[separator].equals("--")) {
      separator++;
    }
    String[] jmh = new String[args.length - separator - 1];
    System.arraycopy(args, separator + 1, jmh, 0, jmh.length);
    ChainedOptionsBuilder options = new OptionsBuilder().parent(new CommandLineOptions(jmh));
    for (int i = 0; i < separator; i++) {
      int equals = args[i].indexOf('=');
      options.param(decode(args[i].substring(0, equals)), decode(args[i].substring(equals + 1)));
    }
    new Runner(options.build()).run();
    // The lifeline's thread is a daemon; a thread that a benchmark's jar left behind may not be.
    System.exit(0);
  }

  private static String decode(String text) throws UnsupportedEncodingException {
    return URLDecoder.decode(text, "UTF-8");
  }
}
