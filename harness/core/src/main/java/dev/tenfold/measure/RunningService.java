package dev.tenfold.measure;

import dev.tenfold.run.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A service that was started. It ends when its standard input does, and so with the harness,
 * however that ends.
 */
final class RunningService implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(20);
  private static final int REMEMBERED_LINES = 20;

  private final Service service;
  private final Process process;
  private final Map<String, String> provided = new TreeMap<>(); // guarded by this
  private final Deque<String> said = new ArrayDeque<>(); // guarded by this
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private RunningService(Service service, Process process) {
    this.service = service;
    this.process = process;
  }

  /**
   * Starts a service and waits until it has provided everything.
   *
   * @param jar that it is in
   * @param command to start it with
   * @param patience how long that may take
   * @throws InputException if it does not come up
   */
  static RunningService start(Service service, Path jar, List<String> command, Duration patience) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      RunningService running = new RunningService(service, process);
      Thread reader = new Thread(running::read, "tenfold-service");
      reader.setDaemon(true);
      reader.start();
      running.await(jar, patience);
      return running;
    } catch (IOException e) {
      throw new InputException(
          "The service %s cannot be started: %s. Name a JDK with --java HOME."
              .formatted(service.main(), e.getMessage()),
          e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      // It was killed with its pipe, which ends what it says too.
    }
    ready.completeExceptionally(new IllegalStateException("it ended"));
  }

  private synchronized void hear(String line) {
    for (String name : service.provides()) {
      if (line.startsWith(name + "=")) {
        provided.put(name, line.substring(name.length() + 1));
      }
    }
    said.add(line);
    if (said.size() > REMEMBERED_LINES) {
      said.remove();
    }
    if (provided.keySet().containsAll(service.provides())) {
      ready.complete(null);
    }
  }

  private void await(Path jar, Duration patience) {
    try {
      ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      String how =
          e instanceof TimeoutException
              ? "did not provide all of it within %s s".formatted(patience.toSeconds())
              : "ended before it provided all of it";
      close();
      throw new InputException(
          "The service %s of %s, which provides %s, %s. Set %s to use a server of your own. It said: %s"
              .formatted(
                  service.main(),
                  jar,
                  String.join(" and ", service.provides()),
                  how,
                  service.provides().get(0),
                  last()),
          e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InputException("Measuring was interrupted.", e);
    }
  }

  private synchronized String last() {
    return said.isEmpty() ? "nothing" : String.join(" | ", said);
  }

  /** What it provides, by name. */
  synchronized Map<String, String> provided() {
    return new TreeMap<>(provided);
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    try {
      process.getOutputStream().close();
      process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // Then it has ended already, or is killed now.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (process.isAlive()) {
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
