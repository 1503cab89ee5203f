package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of a jar's list: a method in a mode, with all the values its parameters may take.
 *
 * @param method fully qualified
 * @param mode declared
 * @param threads declared, or -1 for as many as the machine has
 * @param groupSize threads of one group; 1 where the benchmark has no groups
 * @param declared iterations as the annotations say
 * @param params the declared values of each parameter
 */
record Benchmark(
    String method,
    Mode mode,
    int threads,
    int groupSize,
    Shape declared,
    SortedMap<String, List<String>> params) {

  /** Every identity that this entry stands for. */
  List<BenchmarkId> ids(Map<String, List<String>> chosenParams, OptionalInt chosenThreads) {
    List<SortedMap<String, String>> combinations = new ArrayList<>();
    combinations.add(new TreeMap<>());
    params.forEach(
        (name, declaredValues) -> {
          List<String> values = chosenParams.getOrDefault(name, declaredValues);
          if (values.isEmpty()) {
            throw new InputException(
                "%s declares the parameter %s without a value. Give some: -p %s=VALUE,VALUE"
                    .formatted(method, name, name));
          }
          List<SortedMap<String, String>> longer = new ArrayList<>();
          for (SortedMap<String, String> combination : combinations) {
            for (String value : values) {
              SortedMap<String, String> with = new TreeMap<>(combination);
              with.put(name, value);
              longer.add(with);
            }
          }
          combinations.clear();
          combinations.addAll(longer);
        });
    int asked = chosenThreads.orElse(threads);
    int actual = asked < 1 ? Runtime.getRuntime().availableProcessors() : asked;
    // JMH rounds up to whole groups, and this is what it then writes as the number of threads.
    int rounded = (actual + groupSize - 1) / groupSize * groupSize;
    return combinations.stream().map(p -> new BenchmarkId(method, mode, rounded, p)).toList();
  }
}
