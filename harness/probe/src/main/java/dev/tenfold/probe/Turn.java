package dev.tenfold.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.Collections;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Holds every iteration back until it is this JVM's turn, so that of two JVMs that are alive at
 * once only one measures at any moment.
 *
 * <p>A turn lasts from the word {@link #GO} to the moment when the next iteration is {@link
 * #READY}: what JMH does between two iterations, such as sending the last one's result, happens in
 * the own turn and never in the partner's. After the last iteration this JVM waits until its
 * partner is through too, because ending a JVM is work as well.
 *
 * <p>It must stand first among the profilers: those behind it then take their first reading when
 * the turn has come, and not while it is waited for.
 *
 * <p>The protocol, on a loopback connection that is made at the first iteration: this JVM sends its
 * token in ASCII, then one byte whenever it has something to say, and reads one byte whenever it
 * waits. If the connection ends, the harness or the partner is gone and so is the meaning of this
 * fork: the JVM halts.
 */
public final class Turn implements InternalProfiler {
  /** From the JVM: the next iteration may begin. Ends the turn. */
  static final int READY = 'r';

  /** From the JVM: that was the last iteration. Ends the last turn. */
  static final int DONE = 'd';

  /** To the JVM: begin the iteration that is ready. */
  static final int GO = 'g';

  /** To the JVM: go on and end. */
  static final int LEAVE = 'l';

  /** What the JVM ends with when its turn will never come. */
  private static final int PARTNER_GONE = 130;

  private final int port;
  private final String token;
  private Socket harness;
  private int measured;

  /**
   * A place in the queue.
   *
   * @param place port and token, with a colon between
   */
  public Turn(String place) {
    int colon = place.indexOf(':');
    port = Integer.parseInt(place.substring(0, colon));
    token = place.substring(colon + 1);
  }

  @Override
  public String getDescription() {
    return "Takes turns with another JVM";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    try {
      if (harness == null) {
        // Made here and not in the constructor: JMH also makes one of these in its host.
        harness = new Socket(InetAddress.getLoopbackAddress(), port);
        harness.setTcpNoDelay(true);
        harness.getOutputStream().write(token.getBytes("US-ASCII"));
      }
      exchange(READY, GO);
    } catch (IOException e) {
      Runtime.getRuntime().halt(PARTNER_GONE);
    }
  }

  @Override
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iteration.getType() == IterationType.MEASUREMENT && ++measured == iteration.getCount()) {
      try {
        exchange(DONE, LEAVE);
      } catch (IOException e) {
        Runtime.getRuntime().halt(PARTNER_GONE);
      }
    }
    return Collections.<Result>emptyList();
  }

  private void exchange(int said, int expected) throws IOException {
    harness.getOutputStream().write(said);
    if (harness.getInputStream().read() != expected) {
      throw new IOException("the harness ended the connection");
    }
  }
}
