package dev.tenfold.run;

import java.util.regex.Pattern;

/**
 * A pattern over benchmarks: {@code *} stands for any characters and {@code ?} for one, everything
 * else for itself. It holds the whole method name, or the method name with its parameters.
 *
 * @param text as the user wrote it, for example {@code *.CacheMix.*} or {@code *{*size=100*}}
 */
public record Glob(String text) {

  /** Whether the pattern is that of the whole {@code package.Class.method} or of the whole text. */
  public boolean matches(BenchmarkId id) {
    return matches(id.method()) || (!id.params().isEmpty() && matches(id.methodAndParams()));
  }

  /** Whether the pattern may be that of this method with parameters that are not known yet. */
  public boolean mayMatch(String method) {
    int brace = text.indexOf('{');
    if (brace >= 0) {
      return new Glob(text.substring(0, brace)).matches(method);
    }
    // Without an opening brace, only a star can reach over into the parameters.
    return matches(method) || matches(method + "{}") || text.endsWith("}");
  }

  /** Whether the pattern is that of the whole text. */
  public boolean matches(String candidate) {
    StringBuilder regex = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
              }
            });
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(candidate).matches();
  }
}
