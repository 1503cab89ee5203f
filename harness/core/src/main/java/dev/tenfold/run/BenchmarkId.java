package dev.tenfold.run;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole identity of a benchmark: two results are of the same benchmark if, and only if, these
 * four agree.
 *
 * @param method fully qualified, {@code package.Class.method}
 * @param mode what JMH measured
 * @param threads of the benchmark, all groups together; at least 1
 * @param params by name; sorted, so that the order in a file does not matter
 */
public record BenchmarkId(String method, Mode mode, int threads, SortedMap<String, String> params)
    implements Comparable<BenchmarkId> {

  private static final Comparator<BenchmarkId> ORDER =
      Comparator.comparing(BenchmarkId::method)
          .thenComparing(BenchmarkId::mode)
          .thenComparing(BenchmarkId::threads)
          .thenComparing(BenchmarkId::params, BenchmarkId::compareParams);

  public BenchmarkId {
    if (method.isBlank()) {
      throw new IllegalArgumentException("A benchmark has a method name.");
    }
    if (threads < 1) {
      throw new IllegalArgumentException(method + " has " + threads + " threads.");
    }
    params =
        params.isEmpty()
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  public static BenchmarkId of(String method, Mode mode, int threads, Map<String, String> params) {
    return new BenchmarkId(method, mode, threads, new TreeMap<>(params));
  }

  /**
   * The one canonical text, for example {@code a.B.c:thrpt:4{key=1,size=10}}. Different identities
   * have different texts: what would be ambiguous or invisible in a value is escaped.
   */
  public String text() {
    return method + ":" + mode.label() + ":" + threads + paramsText();
  }

  /** Class and method with the parameters: for people, not unique across packages and modes. */
  public String shortName() {
    int dot = method.lastIndexOf('.', method.lastIndexOf('.') - 1);
    return method.substring(dot + 1) + paramsText();
  }

  /** Entry by entry; texts would be made anew at each comparison. */
  private static int compareParams(Map<String, String> some, Map<String, String> others) {
    Iterator<Map.Entry<String, String>> left = some.entrySet().iterator();
    Iterator<Map.Entry<String, String>> right = others.entrySet().iterator();
    while (left.hasNext() && right.hasNext()) {
      Map.Entry<String, String> mine = left.next();
      Map.Entry<String, String> theirs = right.next();
      int byName = mine.getKey().compareTo(theirs.getKey());
      int order = byName != 0 ? byName : mine.getValue().compareTo(theirs.getValue());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }

  /** The method with the parameters behind it, as in {@link #text()}. */
  public String methodAndParams() {
    return method + paramsText();
  }

  private String paramsText() {
    if (params.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("{");
    params.forEach(
        (name, value) -> {
          text.append(text.length() > 1 ? "," : "");
          escape(name, text);
          escape(value, text.append('='));
        });
    return text.append('}').toString();
  }

  private static void escape(String raw, StringBuilder to) {
    raw.codePoints()
        .forEach(
            c -> {
              if (c == '\\' || c == ',' || c == '=' || c == '{' || c == '}') {
                to.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.SURROGATE) {
                to.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\u{%x}".formatted(c));
              } else {
                to.appendCodePoint(c);
              }
            });
  }

  @Override
  public int compareTo(BenchmarkId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return text();
  }
}
