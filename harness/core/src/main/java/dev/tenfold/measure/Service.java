package dev.tenfold.measure;

import dev.tenfold.run.Glob;
import java.util.List;

/**
 * Something that benchmarks need and that runs outside them, such as a database: it is there before
 * the first fork, serves both sides, and is gone with the session.
 *
 * @param benchmarks that need it: those that one of these matches
 * @param main the class of the benchmark jar that starts it. It prints a line {@code NAME=VALUE}
 *     for each name that it provides, serves, and ends when its standard input does
 * @param provides names of environment variables that every fork is given, at least one; where the
 *     first of them is set already, nothing is started
 */
public record Service(List<Glob> benchmarks, String main, List<String> provides) {
  public Service {
    benchmarks = List.copyOf(benchmarks);
    provides = List.copyOf(provides);
  }

  boolean isNeededBy(Task task) {
    return benchmarks.stream().anyMatch(glob -> glob.matches(task.id()));
  }
}
