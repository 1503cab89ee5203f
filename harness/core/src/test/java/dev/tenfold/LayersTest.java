package dev.tenfold;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The shape of the house: packages lie on floors, and none imports from a floor above its own. */
class LayersTest {
  private static final String ROOT = "dev.tenfold.";

  /** The ground floor first. */
  private static final List<String> FLOORS =
      List.of(
          "stats",
          "run",
          "jmh",
          "machine",
          "bytecode",
          "measure",
          "compare",
          "growth",
          "judge",
          "config",
          "store",
          "revision",
          "terminal",
          "report",
          "html",
          "check",
          "calibrate",
          "init");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tenfold");

  @Test
  void packagesImportDownwardOnly() {
    Set<String> upward = new TreeSet<>();
    Set<String> edges = new TreeSet<>();
    for (JavaClass from : classes) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String source = floor(from.getPackageName());
        String target = floor(dependency.getTargetClass().getPackageName());
        if (!source.isEmpty() && !target.isEmpty() && !source.equals(target)) {
          edges.add(source + " -> " + target);
          if (FLOORS.indexOf(source) < FLOORS.indexOf(target)) {
            upward.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(upward).as("imports from a floor above").isEmpty();
    assertThat(edges).as("a rule over no edges would always hold").hasSizeGreaterThan(15);
  }

  @Test
  void everyPackageHasItsFloor() {
    Set<String> found = new TreeSet<>();
    classes.forEach(type -> found.add(floor(type.getPackageName())));
    found.removeAll(List.of("", "probe"));
    assertThat(found).containsExactlyInAnyOrderElementsOf(FLOORS);
  }

  @Test
  void nothingWritesToTheStandardStreams() {
    Set<String> writers = new TreeSet<>();
    for (JavaClass type : classes) {
      if (type.getPackageName().equals(ROOT + "probe")) {
        continue; // In its JVM the standard streams are the line to the harness.
      }
      type.getFieldAccessesFromSelf().stream()
          .filter(access -> access.getTarget().getOwner().isEquivalentTo(System.class))
          .filter(access -> !access.getTarget().getName().equals("in"))
          .forEach(access -> writers.add(access.getDescription()));
    }
    assertThat(writers).as("the entry points print, the pipeline does not").isEmpty();
  }

  private static String floor(String packageName) {
    return packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : "";
  }
}
