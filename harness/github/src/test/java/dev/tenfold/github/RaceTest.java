package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.report.Comment;
import dev.tenfold.report.Sources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several runs at once, each of which finds no comment. */
class RaceTest {
  private static final String HEAD = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
  private static final int ROUNDS = 15;

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void runsAtOnceEndWithOneComment(int runs) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(runs);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        round(runs, threads);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void round(int runs, ExecutorService threads) throws Exception {
    try (FakeGitHub github = new FakeGitHub()) {
      github.pull(7, "open", "acme/lib:topic", HEAD);
      CyclicBarrier none = new CyclicBarrier(runs);
      AtomicInteger lists = new AtomicInteger();
      github.before =
          call -> {
            // No run may make a comment before all have seen that there is none.
            if (call.startsWith("POST")
                && call.endsWith("/comments")
                && lists.incrementAndGet() <= runs) {
              await(none);
            }
          };
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        ends.add(threads.submit(() -> post(github)));
      }
      for (Future<?> end : ends) {
        end.get(30, TimeUnit.SECONDS);
      }
      assertThat(github.calls("POST .*/comments")).hasSize(runs);
      assertThat(github.bodies())
          .singleElement()
          .satisfies(
              body -> {
                assertThat(Body.isOf(body, "quick")).isTrue();
                assertThat(Ledger.in(body).entries()).isNotEmpty();
                assertThat(body).startsWith("### ❌").contains(Comment.marker("quick"));
              });
    }
  }

  private static void post(FakeGitHub github) {
    Posting.with(
            Environment.of(
                Map.of("GITHUB_TOKEN", "ghs_secret", "GITHUB_API_URL", github.address())),
            Optional.empty(),
            new Patience(Duration.ZERO, java.time.InstantSource.system(), time -> {}),
            said -> {})
        .post(
            new Occasion("acme/lib", Optional.of(HEAD), OptionalInt.of(7), Optional.empty()),
            List.of(Verdicts.regressed()),
            Sources.in(Path.of(""), List.of()));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
