package dev.tenfold.github;

import dev.tenfold.judge.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * To which verdict the job that measured came, as it says. Nothing is decided by it: it is held
 * against the verdict that is reached here, so that nobody wonders why the one passed and the other
 * did not.
 *
 * @param status as {@code verdict.json} has it; empty if it says nothing that could be shown
 */
record Claim(Optional<String> status) {
  private static final String FILE = "verdict.json";

  /** It stands in the second line; whoever wants to hide it may. */
  private static final int BEGIN = 1024;

  private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([A-Z]{1,20})\"");

  static Claim in(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Claim(Optional.empty());
    }
    try (InputStream in = Files.newInputStream(file)) {
      String begin = new String(in.readNBytes(BEGIN), StandardCharsets.ISO_8859_1);
      Matcher matcher = STATUS.matcher(begin);
      return new Claim(matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty());
    } catch (IOException e) {
      return new Claim(Optional.empty());
    }
  }

  /** A remark in Markdown, if it is not the verdict that was reached. */
  Optional<String> other(Status reached) {
    return status
        .filter(told -> !told.equals(reached.name()))
        .map(
            told ->
                "The job that measured came to %s, as it says. Reached anew from its forks, by the configuration of the repository, the verdict is %s, and that counts."
                    .formatted(told, reached.name()));
  }
}
