package dev.tenfold.github;

import dev.tenfold.run.InputException;
import dev.tenfold.terminal.Visible;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The variables by which GitHub Actions tells a step where it runs. No text that is made of this
 * shows the token.
 */
public final class Environment {
  private static final String TOKEN = "GITHUB_TOKEN";
  private static final String API = "GITHUB_API_URL";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The environment of these variables, for example {@link System#getenv()}. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  /** Whether a workflow runs this, so that what is printed is read for commands. */
  public boolean isActions() {
    return get("GITHUB_ACTIONS").equals(Optional.of("true"));
  }

  /** The file whose text is shown on the page of the run, if there is one. */
  public Optional<Path> summary() {
    return get("GITHUB_STEP_SUMMARY").map(Path::of);
  }

  Optional<String> repository() {
    return get("GITHUB_REPOSITORY");
  }

  Optional<Path> event() {
    return get("GITHUB_EVENT_PATH").map(Path::of);
  }

  /**
   * The token, which is a secret.
   *
   * @throws InputException if there is none, or one that no header can hold; it is not shown
   */
  String token() {
    String token =
        get(TOKEN)
            .map(String::strip)
            .orElseThrow(
                () ->
                    new InputException(
                        "There is no GITHUB_TOKEN in the environment. In a workflow, give the step env: GITHUB_TOKEN: ${{ github.token }}."));
    if (!token.matches("[!-~]+")) {
      throw new InputException(
          "GITHUB_TOKEN holds spaces or letters that no token has. Set it to the token alone.");
    }
    return token;
  }

  /**
   * Where the interface of GitHub is, without a slash at the end. By default that of github.com.
   *
   * @throws InputException if the token would be sent there unencrypted
   */
  String api() {
    String text = get(API).orElse("https://api.github.com");
    try {
      URI address = URI.create(text);
      String host = Objects.requireNonNullElse(address.getHost(), "");
      boolean secret = "https".equals(address.getScheme()) && !host.isEmpty();
      boolean here = "http".equals(address.getScheme()) && LOOPBACK.contains(host);
      if (secret || here) {
        return text.replaceFirst("/+$", "");
      }
    } catch (IllegalArgumentException e) {
      // Said below: its own sentence tells of characters and not of what to do.
    }
    throw new InputException(
        "GITHUB_API_URL is \"%s\"; it must begin with https, because the token is sent there: https://api.github.com, or https://HOST/api/v3 of an own server."
            .formatted(Visible.of(text)));
  }

  private Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
