package dev.tenfold.github;

import dev.tenfold.terminal.Visible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIOException;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * The line to GitHub. It waits where GitHub says so, and asks again where GitHub or the line
 * failed: a comment may so be made twice, which is mended by whoever looks for it next.
 *
 * <p>The limits are those of GitHub's documentation, "Rate limits for the REST API".
 */
final class Wire implements GitHubConnector {
  private static final int TRIES = 5;
  private static final Duration CONNECTED = Duration.ofSeconds(20);
  private static final Duration ANSWERED = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** Where GitHub limits and does not say for how long. */
  private static final Duration UNSAID = Duration.ofMinutes(1);

  private final Patience patience;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTED)
          .followRedirects(HttpClient.Redirect.NEVER) // The library does, and keeps the token back.
          .build();

  Wire(Patience patience) {
    this.patience = patience;
  }

  /** What came of asking once: an answer, or else the reason why there is none. */
  private record Asked(Optional<Received> answer, String problem) {
    boolean isFailed() {
      return answer.isEmpty() || answer.get().statusCode() >= 500;
    }
  }

  @Override
  public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
    HttpRequest wanted = translated(request);
    int failures = 0;
    while (true) {
      Asked asked = ask(request, wanted);
      Optional<Duration> limit = asked.answer().flatMap(this::limit);
      if (limit.isPresent()) {
        await(limit.get());
      } else if (!asked.isFailed()) {
        return asked.answer().orElseThrow();
      } else {
        failures++;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (failures - 1));
        if (failures == TRIES || !patience.waits(pause)) {
          String unreachable =
              "%s could not be reached, asked %d times: %s."
                  .formatted(request.url().getHost(), failures, Visible.of(asked.problem(), 200));
          return asked.answer().orElseThrow(() -> new GHIOException(unreachable));
        }
      }
    }
  }

  private Asked ask(GitHubConnectorRequest request, HttpRequest wanted)
      throws InterruptedIOException {
    try {
      HttpResponse<byte[]> response = http.send(wanted, BodyHandlers.ofByteArray());
      return new Asked(Optional.of(new Received(request, response)), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while asking GitHub.");
    } catch (IOException e) {
      String message = e.getMessage();
      return new Asked(Optional.empty(), message == null ? e.getClass().getSimpleName() : message);
    }
  }

  private static HttpRequest translated(GitHubConnectorRequest request) throws IOException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request.url().toString())).timeout(ANSWERED);
    request.allHeaders().forEach((name, values) -> builder.header(name, String.join(", ", values)));
    BodyPublisher body = BodyPublishers.noBody();
    if (request.hasBody()) {
      try (InputStream in = request.body()) {
        body = in == null ? body : BodyPublishers.ofByteArray(in.readAllBytes());
      }
    }
    return builder.method(request.method(), body).build();
  }

  /** For how long GitHub wants to be left alone; empty if it does not say so. */
  private Optional<Duration> limit(Received answer) {
    boolean spent = "0".equals(answer.header("X-RateLimit-Remaining"));
    boolean limited =
        answer.statusCode() == 429
            || (answer.statusCode() == 403
                && (spent
                    || answer.header("Retry-After") != null
                    || answer.text().contains("secondary rate limit")));
    if (!limited) {
      return Optional.empty();
    }
    Optional<Duration> after = number(answer.header("Retry-After")).map(Duration::ofSeconds);
    Optional<Duration> reset =
        number(answer.header("X-RateLimit-Reset"))
            .filter(second -> spent)
            .map(second -> Duration.between(patience.now(), Instant.ofEpochSecond(second + 1)));
    Duration wait = after.or(() -> reset).orElse(UNSAID);
    return Optional.of(wait.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : wait);
  }

  private static Optional<Long> number(@Nullable String header) {
    return header != null && header.matches("\\d{1,11}")
        ? Optional.of(Long.valueOf(header))
        : Optional.empty();
  }

  private void await(Duration limit) throws IOException {
    if (!patience.waits(limit)) {
      throw new GHIOException(
          "GitHub limits how often this token may ask, and lets it ask again in %d s, which is longer than there is patience for. Run this again then, or raise --patience."
              .formatted(limit.toSeconds()));
    }
  }

  /** An answer that is there as a whole. */
  private static final class Received extends GitHubConnectorResponse.ByteArrayResponse {
    private final byte[] body;

    Received(GitHubConnectorRequest request, HttpResponse<byte[]> response) {
      super(request, response.statusCode(), response.headers().map());
      this.body = response.body();
    }

    @Override
    protected InputStream rawBodyStream() {
      return new ByteArrayInputStream(body);
    }

    String text() {
      try (InputStream in = bodyStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        return ""; // It says that it is compressed, and is not.
      }
    }
  }
}
