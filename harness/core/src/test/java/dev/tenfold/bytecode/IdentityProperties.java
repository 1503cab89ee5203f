package dev.tenfold.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever changes of a program come together, exactly those benchmarks are measured that feel one.
 */
@Tag("slow")
class IdentityProperties {
  private static final List<String> BENCHMARKS =
      List.of(Fixture.MEASURE, Fixture.OTHER, Fixture.LOAD, Fixture.READ);

  private static Path directory = Path.of("");

  @BeforeContainer
  static void make() throws IOException {
    directory = Files.createTempDirectory("identity");
  }

  @AfterContainer
  static void remove() throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  @Property(tries = 40, seed = "20260101")
  void thoseAndOnlyThoseThatFeelAChangeAreMeasured(
      @ForAll("sets") Set<Mutation> mutations, @ForAll long packing) throws IOException {
    Fixture mutated = Fixture.standard();
    Set<String> broken = new TreeSet<>();
    for (Mutation mutation : mutations) {
      mutated = mutation.edit().apply(mutated);
      broken.addAll(mutation.breaks());
    }
    check(Fixture.standard(), mutated, packing, broken);
    // A change is one in both directions.
    check(mutated, Fixture.standard(), packing, broken);
  }

  private static void check(Fixture base, Fixture head, long packing, Set<String> broken)
      throws IOException {
    Path was = base.jar().write(directory, packing);
    Path is = head.jar().write(directory, packing + 1);
    try (Identities identities = Identities.between(was, is)) {
      for (String benchmark : BENCHMARKS) {
        Identity identity = identities.of(benchmark, List.of());
        assertThat(identity.identical())
            .as(identity.explanation())
            .isEqualTo(!broken.contains(benchmark));
      }
    }
    Files.delete(was);
    Files.delete(is);
  }

  /** Any of the changes, but none two of which edit the same piece of source. */
  @Provide
  Arbitrary<Set<Mutation>> sets() {
    return Arbitraries.of(Mutation.all()).set().ofMinSize(0).ofMaxSize(6).filter(this::fit);
  }

  private boolean fit(Set<Mutation> mutations) {
    try {
      Fixture mutated = Fixture.standard();
      for (Mutation mutation : mutations) {
        mutated = mutation.edit().apply(mutated);
      }
      return true;
    } catch (IllegalArgumentException gone) {
      return false;
    }
  }
}
