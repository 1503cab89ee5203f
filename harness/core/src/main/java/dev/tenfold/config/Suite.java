package dev.tenfold.config;

import dev.tenfold.judge.Policy;
import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Selection;
import dev.tenfold.measure.Service;
import dev.tenfold.run.Looks;
import java.util.List;

/**
 * A named choice of benchmarks and of how much is spent on each.
 *
 * @param name of lower-case letters, digits and dashes: it becomes part of file names
 * @param selection which benchmarks
 * @param effort how many forks of each
 * @param options of every fork
 * @param services that benchmarks may need
 * @param compared whether it is compared with anything; if not, it is only seen that all of it can
 *     be measured
 * @param whole whether it is as configured; what was measured of an altered one is no baseline
 */
public record Suite(
    String name,
    Selection selection,
    Effort effort,
    ForkOptions options,
    List<Service> services,
    boolean compared,
    boolean whole) {
  /** What a suite may be called, as a regular expression. */
  public static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

  /** What is measured where nothing is configured. */
  public static final String ALL = "all";

  public Suite {
    services = List.copyOf(services);
  }

  /** A suite with the standard effort that nothing serves. */
  public static Suite of(String name, Selection selection, ForkOptions options) {
    return new Suite(name, selection, Effort.STANDARD, options, List.of(), true, true);
  }

  /** This suite with these services. */
  public Suite servedBy(List<Service> others) {
    return new Suite(name, selection, effort, options, others, compared, whole);
  }

  /** This suite with another choice of benchmarks. */
  public Suite with(Selection other) {
    boolean same = whole && other.equals(selection);
    return new Suite(name, other, effort, options, services, compared, same);
  }

  /** This suite with other forks. */
  public Suite with(ForkOptions other) {
    boolean same = whole && other.equals(options);
    return new Suite(name, selection, effort, other, services, compared, same);
  }

  /** This suite with another effort. */
  public Suite with(Effort other) {
    // What a baseline keeps depends on its forks and its JVM alone.
    boolean same = other.forks() == effort.forks() && other.jvm() == effort.jvm();
    return new Suite(name, selection, other, options, services, compared, whole && same);
  }

  /** What is asked of every fork, the JVM's mode included. */
  public ForkOptions forkOptions() {
    return options.with(effort.jvm().args());
  }

  /** By what it is decided, as one text: error rates that were found hold for that alone. */
  public String rule(Policy policy) {
    return "%s, %s, alpha %s, screen %s, equivalence %s, %s"
        .formatted(
            effort,
            forkOptions(),
            policy.alpha(),
            policy.screen(),
            policy.equivalence(),
            policy.limits());
  }

  /** This suite with the forks and the iterations of a profile; its turn and budget stay. */
  public Suite with(Profile profile) {
    Effort its = profile.effort();
    return with(effort.screening(its.screening()).confirming(its.confirming()))
        .with(profile.iterations(options));
  }

  /** This suite with this many forks on each side of a screening. */
  public Suite withForks(int forks) {
    return with(effort.screening(new Looks(List.of(forks))));
  }
}
