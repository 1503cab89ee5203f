package dev.tenfold.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What holds for every benchmark class, read from the list that JMH itself runs. */
class BenchmarkListTest {
  private static final List<Class<? extends Annotation>> STATED =
      List.of(
          BenchmarkMode.class, OutputTimeUnit.class, Fork.class, Warmup.class, Measurement.class);

  static Set<String> benchmarkClasses() {
    Set<String> classes = new TreeSet<>();
    BenchmarkList.defaultList()
        .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
        .forEach(entry -> classes.add(entry.getUserClassQName()));
    return classes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"caching", "concurrency", "batching", "structures", "database", "network"})
  void theAnnotationProcessorRanAndListedEverySubject(String subject) {
    assertThat(benchmarkClasses())
        .filteredOn(name -> name.startsWith("dev.tenfold.benchmarks." + subject + "."))
        .hasSizeGreaterThan(4);
  }

  @ParameterizedTest
  @MethodSource("benchmarkClasses")
  void everyBenchmarkClassHasATestOfItsOwn(String name) throws ClassNotFoundException {
    assertThat(Class.forName(name + "Test").getDeclaredMethods())
        .as("the tests of " + name)
        .anyMatch(
            method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class));
  }

  @ParameterizedTest
  @MethodSource("benchmarkClasses")
  void everyBenchmarkClassStatesItselfHowItIsMeasured(String name) throws ClassNotFoundException {
    assertThat(Arrays.stream(Class.forName(name).getDeclaredAnnotations()))
        .extracting(annotation -> (Object) annotation.annotationType())
        .containsAll(STATED);
  }
}
