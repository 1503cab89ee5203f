package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.net.Socket;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it save to resume the session of an earlier TLS connection, and not to negotiate all of
 * it anew?
 *
 * <p>The score is a connection from opening to closing: TCP, the handshake, a byte there and back,
 * with which TLS 1.3 brings the ticket for the next connection, and the farewell, for which TLS 1.2
 * waits. Client and server are the JDK's, and both are in the score. Only in a full handshake does
 * the server sign and the client check it (ECDSA on P-256); the certificate is its own authority,
 * and a chain of them costs more. TLS 1.3 always agrees on a new key by Diffie-Hellman, TLS 1.2
 * only in a full handshake; and there resuming also saves a round trip, which costs little here.
 *
 * <p>A client resumes whatever it has in its cache. {@code full} therefore declares its session
 * invalid at the end, which costs next to nothing; a context of its own for each connection would
 * put the making of contexts into the score. That one kind resumes and the other does not is
 * counted: a value that is bound to a session is there again in the next connection if, and only
 * if, it resumes that session.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.TlsHandshake.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class TlsHandshake {
  private static final String SEEN = "seen";

  @Param({"TLSv1.2", "TLSv1.3"})
  public String protocol;

  TlsEcho server;
  private SSLSocketFactory sockets;

  /** Of the connections in one iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Handshakes {
    public long fullHandshakes;
    public long resumedHandshakes;
  }

  @Setup
  public void open() throws Exception {
    KeyStore identity = SelfSigned.make();
    server = new TlsEcho(identity);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(identity);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    sockets = context.getSocketFactory();
  }

  @TearDown
  public void close() throws IOException {
    server.close();
  }

  @Benchmark
  public int full(Handshakes count) throws IOException {
    try (Socket plain = Loopback.connect(server.port());
        SSLSocket socket = over(plain)) {
      int answer = exchange(socket, count);
      socket.getSession().invalidate();
      return answer;
    }
  }

  @Benchmark
  public int resumed(Handshakes count) throws IOException {
    try (Socket plain = Loopback.connect(server.port());
        SSLSocket socket = over(plain)) {
      return exchange(socket, count);
    }
  }

  /** TLS over a connection, which is not closed with it, because TLS would wind it down. */
  SSLSocket over(Socket plain) throws IOException {
    SSLSocket socket = (SSLSocket) sockets.createSocket(plain, Loopback.HOST, server.port(), false);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {protocol});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static int exchange(SSLSocket socket, Handshakes count) throws IOException {
    socket.getOutputStream().write(1);
    int answer = socket.getInputStream().read();
    SSLSession session = socket.getSession();
    if (session.getValue(SEEN) == null) {
      session.putValue(SEEN, SEEN);
      count.fullHandshakes++;
    } else {
      count.resumedHandshakes++;
    }
    return answer;
  }
}
