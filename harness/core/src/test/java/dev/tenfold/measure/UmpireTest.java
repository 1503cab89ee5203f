package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tenfold.measure.Umpire.Course;
import dev.tenfold.measure.Umpire.Hung;
import dev.tenfold.measure.Umpire.Left;
import dev.tenfold.measure.Umpire.Through;
import dev.tenfold.measure.Umpire.TooLong;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The umpire, and at the other end of the line players that say what the probe says. */
@Tag("slow")
@Timeout(30)
class UmpireTest {
  private static final Duration TURN = Duration.ofMillis(20);
  private static final Duration PLENTY = Duration.ofSeconds(20);
  private static final int ROUNDS = 12;

  private final Umpire umpire = Umpire.open();
  private final List<Thread> players = new ArrayList<>();
  private final List<Socket> strangers = new ArrayList<>();
  private final List<Side> turns = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger together = new AtomicInteger();
  private final AtomicInteger sentAway = new AtomicInteger();

  @AfterEach
  void everybodyGoesHome() throws Exception {
    umpire.close();
    for (Socket stranger : strangers) {
      stranger.close();
    }
    for (Thread player : players) {
      player.interrupt();
      player.join();
    }
  }

  /** What a player does in a turn, which is numbered from 1; an exception ends it there. */
  private interface Turn {
    void play(int number) throws IOException;
  }

  private static final Turn AT_ONCE = number -> {};

  private static Turn taking(Duration time) {
    return number -> {
      for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    };
  }

  private static Turn endingIn(int turn) {
    return number -> {
      if (number == turn) {
        throw new IOException("gone");
      }
    };
  }

  private static Turn hangingIn(int turn) {
    return number -> {
      while (number == turn && !Thread.currentThread().isInterrupted()) {
        LockSupport.park();
      }
    };
  }

  private void comes(Side side, Turn turn) {
    Thread player =
        new Thread(
            () -> {
              try (Socket socket = connect()) {
                play(side, turn, socket);
              } catch (IOException e) {
                sentAway.incrementAndGet();
              } finally {
                umpire.ended(side);
              }
            });
    players.add(player);
    player.start();
  }

  private Socket connect() throws IOException {
    String place = umpire.place(Side.BASE);
    int port = Integer.parseInt(place.substring(0, place.indexOf(':')));
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String token(Side side) {
    return umpire.place(side).split(":")[1];
  }

  private void play(Side side, Turn turn, Socket socket) throws IOException {
    say(socket, token(side));
    for (int number = 1; number <= ROUNDS; number++) {
      say(socket, "r");
      hear('g', socket);
      if (active.incrementAndGet() > 1) {
        together.incrementAndGet();
      }
      turns.add(side);
      try {
        turn.play(number);
      } finally {
        active.decrementAndGet();
      }
    }
    say(socket, "d");
    hear('l', socket);
  }

  private static void hear(int word, Socket socket) throws IOException {
    if (socket.getInputStream().read() != word) {
      throw new IOException("sent away");
    }
  }

  private Course play(Duration patience, boolean mayStop) {
    return umpire.play(new Shape(2, TURN, ROUNDS - 2, TURN), patience, mayStop, new Random(3));
  }

  private Course play() {
    return play(PLENTY, true);
  }

  @Test
  void theOrderIsTheOneInWhichTurnsWereTaken() {
    comes(Side.HEAD, AT_ONCE);
    comes(Side.BASE, AT_ONCE);
    String order = assertInstanceOf(Through.class, play()).order();
    assertThat(order).hasSize(ROUNDS).matches("[bh]+").contains("b", "h");
    assertThat(turns).hasSize(2 * ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      Side first = order.charAt(round) == 'b' ? Side.BASE : Side.HEAD;
      assertThat(turns.subList(2 * round, 2 * round + 2)).containsExactly(first, first.other());
    }
  }

  @Test
  void theOrderIsThatOfTheSeed() {
    comes(Side.HEAD, AT_ONCE);
    comes(Side.BASE, AT_ONCE);
    Random same = new Random(3);
    StringBuilder expected = new StringBuilder();
    for (int round = 0; round < ROUNDS; round++) {
      expected.append(same.nextBoolean() ? 'b' : 'h');
    }
    assertThat(play()).isEqualTo(new Through(expected.toString()));
  }

  @Test
  void onlyOneIsEverBetweenGoAndReady() {
    Random random = new Random(1);
    comes(Side.BASE, number -> taking(Duration.ofNanos(random.nextInt(2_000_000))).play(number));
    comes(Side.HEAD, taking(Duration.ofMillis(1)));
    assertThat(play()).isInstanceOf(Through.class);
    assertThat(turns).hasSize(2 * ROUNDS);
    assertThat(together).hasValue(0);
  }

  @Test
  void bothLeaveTogetherAtTheEnd() throws Exception {
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, AT_ONCE);
    play();
    for (Thread player : players) {
      player.join();
    }
    assertThat(sentAway).hasValue(0);
  }

  @Test
  void whoDoesNotEndATurnIsNamed() {
    comes(Side.BASE, hangingIn(3));
    comes(Side.HEAD, AT_ONCE);
    assertThat(play(Duration.ofMillis(300), true)).isEqualTo(new Hung(Side.BASE));
  }

  @Test
  void whoHangsInTheLastTurnIsNamed() {
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, hangingIn(ROUNDS));
    assertThat(play(Duration.ofMillis(300), true)).isEqualTo(new Hung(Side.HEAD));
  }

  @Test
  void whoNeverComesIsNamed() {
    comes(Side.BASE, AT_ONCE);
    assertThat(play(Duration.ofMillis(300), true)).isEqualTo(new Hung(Side.HEAD));
  }

  @Test
  void whoEndsBeforeItComesIsNamed() {
    comes(Side.BASE, AT_ONCE);
    umpire.ended(Side.HEAD);
    assertThat(play()).isEqualTo(new Left(Side.HEAD));
  }

  @Test
  void whoEndsInItsTurnIsNamed() {
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, endingIn(4));
    assertThat(play()).isEqualTo(new Left(Side.HEAD));
  }

  @Test
  void whoEndsInTheFirstTurnIsNamed() {
    comes(Side.BASE, endingIn(1));
    comes(Side.HEAD, AT_ONCE);
    assertThat(play()).isEqualTo(new Left(Side.BASE));
  }

  @Test
  void whoEndsInTheLastTurnIsNamed() {
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, endingIn(ROUNDS));
    assertThat(play()).isEqualTo(new Left(Side.HEAD));
  }

  @Test
  void whoEndsWhileItWaitsIsNamedAndNotItsPartner() {
    // The head is killed while the base plays: the umpire hears of it when it is the head's turn.
    comes(
        Side.BASE,
        number -> {
          if (number == 5) {
            umpire.ended(Side.HEAD);
          }
        });
    comes(Side.HEAD, AT_ONCE);
    assertThat(play()).isEqualTo(new Left(Side.HEAD));
  }

  @Test
  void whoeverIsStillThereIsSentAwayByTheClosing() throws Exception {
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, endingIn(4));
    play();
    umpire.close();
    for (Thread player : players) {
      player.join();
    }
    assertThat(sentAway).hasValue(2);
  }

  private Socket stranger() throws IOException {
    Socket stranger = connect();
    strangers.add(stranger);
    return stranger;
  }

  @Test
  void whoDoesNotKnowATokenIsTurnedAway() throws IOException {
    Socket wrong = stranger();
    say(wrong, "0".repeat(32) + "r");
    Socket shorter = stranger();
    say(shorter, token(Side.HEAD).substring(1));
    shorter.shutdownOutput();
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, AT_ONCE);
    assertThat(play()).isInstanceOf(Through.class);
    assertThat(wrong.getInputStream().readAllBytes()).isEmpty();
    assertThat(shorter.getInputStream().readAllBytes()).isEmpty();
  }

  @Test
  void aStrangerWhoHangsUpDoesNotDisturb() throws IOException {
    Socket rude = stranger();
    say(rude, "abc");
    rude.setSoLinger(true, 0);
    rude.close();
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, AT_ONCE);
    assertThat(play()).isInstanceOf(Through.class);
  }

  @Test
  void aStrangerWhoSaysNothingDoesNotDisturb() throws IOException {
    Socket silent = stranger();
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, AT_ONCE);
    assertThat(play(Duration.ofSeconds(10), true)).isInstanceOf(Through.class);
    assertThat(silent.getInputStream().readAllBytes()).isEmpty();
  }

  @Test
  void aTokenAdmitsOnce() throws IOException {
    Socket first = stranger();
    say(first, token(Side.BASE));
    Socket second = stranger();
    say(second, token(Side.BASE));
    assertThat(play(Duration.ofMillis(300), true)).isEqualTo(new Hung(Side.HEAD));
    assertThat(second.getInputStream().readAllBytes()).isEmpty();
  }

  @Test
  void noTwoTokensAreTheSame() {
    try (Umpire other = Umpire.open()) {
      assertThat(
              Stream.of(umpire, other)
                  .flatMap(each -> Stream.of(Side.values()).map(each::place))
                  .map(place -> place.split(":")[1]))
          .doesNotHaveDuplicates()
          .allMatch(token -> token.matches("[0-9a-f]{32}"));
    }
  }

  @Test
  void turnsThatTakeMuchLongerThanAskedForEndThePairEarly() {
    comes(Side.BASE, taking(Duration.ofMillis(60)));
    comes(Side.HEAD, taking(Duration.ofMillis(70)));
    Duration turn = assertInstanceOf(TooLong.class, play()).turn();
    assertThat(turn).isBetween(Duration.ofMillis(60), Duration.ofMillis(200));
    assertThat(turns).hasSize(6);
  }

  @Test
  void longTurnsArePlayedToTheEndWhereThePairMayNotBeStopped() {
    comes(Side.BASE, taking(Duration.ofMillis(45)));
    comes(Side.HEAD, taking(Duration.ofMillis(45)));
    assertThat(play(PLENTY, false)).isInstanceOf(Through.class);
  }

  @Test
  void aLongSetUpAndALongTurnOfOneSideAloneStopNobody() {
    Turn settingUp =
        number -> taking(number < 3 ? Duration.ofMillis(60) : Duration.ZERO).play(number);
    comes(Side.BASE, settingUp);
    comes(Side.HEAD, taking(Duration.ofMillis(45)));
    assertThat(play()).isInstanceOf(Through.class);
  }

  @Test
  void aPatienceOfWeeksIsOne() {
    comes(Side.BASE, AT_ONCE);
    comes(Side.HEAD, AT_ONCE);
    assertThat(play(Duration.ofDays(25), true)).isInstanceOf(Through.class);
  }

  @Test
  void whoEndsAfterItsLastTurnIsNamedAndNotItsPartner() {
    comes(Side.BASE, AT_ONCE);
    comes(
        Side.HEAD,
        number -> {
          if (number == ROUNDS) {
            umpire.ended(Side.BASE);
          }
        });
    assertThat(play()).isEqualTo(new Left(Side.BASE));
  }
}
