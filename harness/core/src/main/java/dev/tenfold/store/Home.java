package dev.tenfold.store;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The local store: what belongs to this machine and not into a repository. It is safe to delete;
 * what is lost with it is the chance to measure an old jar again.
 *
 * @param directory of the store
 */
public record Home(Path directory) {
  private static final String VARIABLE = "TENFOLD_HOME";

  /** The store that the environment names, by default {@code .tenfold} in the user's home. */
  public static Home of(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isEmpty()) {
      return new Home(Path.of(named).toAbsolutePath());
    }
    String user = System.getProperty("user.home", "");
    if (user.isEmpty() || user.equals("?")) {
      throw new InputException(
          "There is no home directory to keep jars in. Name one: export %s=DIRECTORY"
              .formatted(VARIABLE));
    }
    return new Home(Path.of(user, ".tenfold"));
  }

  /** A directory of the store, made if it is not there. */
  Path folder(String name) {
    Path folder = directory.resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be made (%s). Name another place: export %s=DIRECTORY"
              .formatted(folder, e.getMessage(), VARIABLE),
          e);
    }
  }
}
