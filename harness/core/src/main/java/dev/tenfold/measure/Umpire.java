package dev.tenfold.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Gives turns to the two forks of a pair, so that of two JVMs that are alive at once only one
 * measures at any moment. What the machine does from one tenth of a second to the next then hits
 * both alike. {@code dev.tenfold.probe.Turn} is the other end, and tells the protocol.
 *
 * <p>Each round is one iteration of each fork; who goes first is drawn for each round, so that
 * going first gives nobody an advantage.
 */
final class Umpire implements AutoCloseable {
  private static final int READY = 'r';
  private static final int DONE = 'd';
  private static final int GO = 'g';
  private static final int LEAVE = 'l';

  /** After so many rounds the set-up is over and a turn takes what it will take. */
  private static final int SETTLED = 3;

  /** A turn that takes longer than so many times what it should holds one operation only. */
  private static final int LONG = 2;

  /** In bytes; it is told in hexadecimal. */
  private static final int TOKEN = 16;

  /** A fork says its token in the same breath in which it connects. */
  private static final Duration INTRODUCTION = Duration.ofSeconds(2);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ServerSocket server;
  private final Map<Side, String> tokens = new EnumMap<>(Side.class);
  private final Map<Side, Socket> seats = new EnumMap<>(Side.class); // guarded by this
  private @Nullable Side gone; // guarded by this
  private Duration shortest = Duration.ofDays(1);

  private Umpire(ServerSocket server) {
    this.server = server;
    for (Side side : Side.values()) {
      byte[] token = new byte[TOKEN];
      RANDOM.nextBytes(token);
      tokens.put(side, HexFormat.of().formatHex(token));
    }
  }

  static Umpire open() {
    try {
      return new Umpire(new ServerSocket(0, 2, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException("No port can be opened on the loopback address", e);
    }
  }

  /** How the rounds of a pair ended. */
  sealed interface Course {}

  /**
   * All rounds were played.
   *
   * @param order who went first in each round: {@code b} or {@code h}
   */
  record Through(String order) implements Course {}

  /** One fork ended before its last iteration. */
  record Left(Side side) implements Course {}

  /** One fork did not end its turn. */
  record Hung(Side side) implements Course {}

  /**
   * The pair was stopped, because a turn takes much longer than asked for: an operation is longer.
   *
   * @param turn how long the shorter of both sides' turns is
   */
  record TooLong(Duration turn) implements Course {}

  /** What the fork of a side is told, to find its place and to prove that it is the one. */
  String place(Side side) {
    return server.getLocalPort() + ":" + tokens.get(side);
  }

  /**
   * Lets both forks play all their rounds.
   *
   * @param shape of either fork
   * @param patience how long to wait for both forks to be there, and for the end of a turn
   * @param mayStop whether to stop where turns take much longer than the shape says
   */
  Course play(Shape shape, Duration patience, boolean mayStop, Random random) {
    try {
      seat(patience);
    } catch (SocketTimeoutException e) {
      return new Hung(missing());
    } catch (IOException e) {
      return new Left(missing());
    }
    StringBuilder order = new StringBuilder();
    Side current = Side.BASE;
    try {
      for (Side side : Side.values()) {
        current = side;
        await(side, READY);
      }
      for (int round = 0; round < shape.rounds(); round++) {
        boolean last = round == shape.rounds() - 1;
        Side first = random.nextBoolean() ? Side.BASE : Side.HEAD;
        order.append(first == Side.BASE ? 'b' : 'h');
        for (Side side : List.of(first, first.other())) {
          current = side;
          long begin = System.nanoTime();
          say(side, GO);
          await(side, last ? DONE : READY);
          Duration took = Duration.ofNanos(System.nanoTime() - begin);
          shortest = shortest.compareTo(took) < 0 ? shortest : took;
        }
        Duration bound = shape.warmupTime().multipliedBy(LONG);
        if (mayStop && round == SETTLED - 1 && shortest.compareTo(bound) > 0) {
          return new TooLong(shortest);
        }
      }
      for (Side side : Side.values()) {
        current = side;
        say(side, LEAVE);
      }
      return new Through(order.toString());
    } catch (SocketTimeoutException e) {
      return new Hung(current);
    } catch (IOException e) {
      return new Left(current);
    }
  }

  private void seat(Duration patience) throws IOException {
    server.setSoTimeout(millis(patience));
    while (seated() < tokens.size()) {
      Socket socket = server.accept();
      if (!isSeated(socket, patience)) {
        socket.close();
      }
    }
  }

  /**
   * Whoever does not know a token is turned away, and so is who says nothing: any program on the
   * machine may knock here.
   */
  private boolean isSeated(Socket socket, Duration patience) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(millis(INTRODUCTION));
      byte[] said = socket.getInputStream().readNBytes(TOKEN * 2);
      socket.setSoTimeout(millis(patience));
      String token = new String(said, StandardCharsets.US_ASCII);
      for (Side side : Side.values()) {
        if (token.equals(tokens.get(side))) {
          return take(side, socket);
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static int millis(Duration duration) {
    return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
  }

  /** Whom the other waited for in vain. */
  private synchronized Side missing() {
    if (gone != null) {
      return gone;
    }
    return seats.containsKey(Side.BASE) ? Side.HEAD : Side.BASE;
  }

  /** Whether the fork of a side has come; whoever waits here ends when the umpire is closed. */
  synchronized boolean isHere(Side side) {
    return seats.containsKey(side);
  }

  private synchronized int seated() {
    return seats.size();
  }

  private synchronized boolean take(Side side, Socket socket) {
    return seats.putIfAbsent(side, socket) == null;
  }

  private synchronized Socket seat(Side side) throws IOException {
    Socket socket = seats.get(side);
    if (socket == null) {
      throw new IOException("The fork of the %s never came.".formatted(side));
    }
    return socket;
  }

  private void say(Side side, int word) throws IOException {
    seat(side).getOutputStream().write(word);
  }

  private void await(Side side, int word) throws IOException {
    if (seat(side).getInputStream().read() != word) {
      throw new IOException("The fork of the %s has ended.".formatted(side));
    }
  }

  /** Is told that the fork of a side has ended, however: nobody waits for it any longer. */
  synchronized void ended(Side side) {
    gone = gone == null ? side : gone;
    try {
      Socket socket = seats.get(side);
      if (socket == null) {
        server.close();
      } else {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends away who is still there: a fork that waits for its turn ends. */
  @Override
  public synchronized void close() {
    try {
      server.close();
      for (Socket socket : seats.values()) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
