package dev.tenfold.measure;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JVM with the JMH of one jar in it, which serves one request at a time ({@code
 * dev.tenfold.probe.Host} tells how). It is started at its first request, and again if it has died.
 *
 * <p>Nothing of it is left running: not after a deadline, and not when the harness itself is told
 * to stop.
 */
final class Host implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<String> command;
  private final Map<String, String> environment = new TreeMap<>();
  private volatile @Nullable Process process;
  private @Nullable Tail tail;

  Host(List<String> command) {
    this.command = List.copyOf(command);
  }

  static Host of(BenchmarkJar jar, Path javaCommand, Workspace workspace) {
    return new Host(
        List.of(javaCommand.toString(), "-cp", workspace.classPath(jar), "dev.tenfold.probe.Host"));
  }

  /**
   * How a request ended.
   *
   * @param exitCode 0 if it was served, -1 if it was killed at its deadline
   * @param reason why it failed, in words; meaningless if it did not
   */
  record Ending(int exitCode, String reason) {}

  /** Puts a request and waits for its end, at the latest until the deadline. */
  Ending ask(List<String> fields, Duration deadline) {
    Thread stop = new Thread(this::kill, "tenfold-kill");
    addHook(stop);
    try {
      return put(fields, deadline);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new InputException("Measuring was interrupted.", e);
    } finally {
      removeHook(stop);
    }
  }

  private Ending put(List<String> fields, Duration deadline) throws InterruptedException {
    Process host = alive();
    Tail said = Objects.requireNonNull(tail);
    byte[] mark = new byte[8];
    RANDOM.nextBytes(mark);
    String word = HexFormat.of().formatHex(mark);
    CompletableFuture<OptionalInt> answer = said.expect(word);
    try {
      host.getOutputStream().write(line(word, fields).getBytes(StandardCharsets.UTF_8));
      host.getOutputStream().flush();
    } catch (IOException e) {
      // It has died; then the answer is that it has, which the tail tells.
    }
    try {
      OptionalInt code = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (code.isPresent()) {
        String before = said.text().replace(word + " " + code.getAsInt(), "");
        return new Ending(code.getAsInt(), JmhComplaint.in(before, code.getAsInt()));
      }
      boolean ended = host.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      kill();
      int exitCode = ended ? host.exitValue() : -1;
      return new Ending(exitCode == 0 ? 1 : exitCode, JmhComplaint.in(said.text(), exitCode));
    } catch (TimeoutException e) {
      kill();
      return new Ending(
          -1,
          "it was still running after %s s and was killed; a hang, or too little time (raise it with --patience)"
              .formatted(deadline.toSeconds()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("An answer never fails.", e);
    }
  }

  private static String line(String word, List<String> fields) {
    return fields.stream()
        .map(field -> URLEncoder.encode(field, StandardCharsets.UTF_8))
        .collect(Collectors.joining(" ", word + " ", "\n"));
  }

  private Process alive() {
    Process host = process;
    if (host != null && host.isAlive()) {
      return host;
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process started = builder.start();
      process = started;
      Tail reading = new Tail(started.getInputStream());
      reading.start();
      tail = reading;
      started.onExit().thenRunAsync(() -> reading.giveUpAfter(FAREWELL));
      return started;
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be started: %s. Name a JDK with --java HOME."
              .formatted(command.get(0), e.getMessage()),
          e);
    }
  }

  /** Gives every fork these environment variables from now on. */
  void give(Map<String, String> variables) {
    close();
    environment.putAll(variables);
  }

  /** The process, if it runs. */
  Optional<Long> pid() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
  }

  /** Ends it and all that it started, at once; a request that is being served ends too. */
  void kill() {
    Process host = process;
    process = null;
    if (host != null) {
      // Children first noted, then all killed: a killed parent's children can no longer be found.
      List<ProcessHandle> children = host.descendants().toList();
      host.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Lets it end by itself, which removes its temporary files, or kills it if it does not. */
  @Override
  public void close() {
    Process host = process;
    if (host == null) {
      return;
    }
    try {
      host.getOutputStream().close();
      host.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // Then it has ended already, or is killed now.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  private void addHook(Thread stop) {
    try {
      Runtime.getRuntime().addShutdownHook(stop);
    } catch (IllegalStateException stopping) {
      kill();
      throw standStill();
    }
  }

  private static void removeHook(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException stopping) {
      throw standStill();
    }
  }

  /**
   * Waits for the end of this JVM, which has begun: what was killed by it has not failed, and must
   * not be told of as if it had.
   */
  private static IllegalStateException standStill() {
    while (true) {
      LockSupport.park();
    }
  }
}
