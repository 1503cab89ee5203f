package dev.tenfold.github;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The page of a workflow run, to which each step may add a MiB of Markdown. */
public final class JobSummary {
  private static final long MOST_BYTES = 1 << 20;
  private static final int ROOM_FOR_THE_CUT = 200;

  private JobSummary() {}

  /**
   * Adds texts to the file, behind what is there. What does not fit is left out, and that is said.
   *
   * @throws InputException if the file cannot be written
   */
  public static void append(Path file, List<String> texts) {
    try {
      long room = MOST_BYTES - ROOM_FOR_THE_CUT - (Files.exists(file) ? Files.size(file) : 0);
      StringBuilder added = new StringBuilder();
      for (int i = 0; i < texts.size(); i++) {
        room -= texts.get(i).getBytes(StandardCharsets.UTF_8).length + 1L;
        if (room < 0) {
          added.append(
              "\nCut here, because GitHub takes no longer summary: %d of %d verdicts are left out.\n"
                  .formatted(texts.size() - i, texts.size()));
          break;
        }
        added.append(texts.get(i)).append('\n');
      }
      Files.writeString(file, added, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new InputException(
          "The job summary cannot be written to %s, which GITHUB_STEP_SUMMARY names."
              .formatted(file),
          e);
    }
  }
}
