package dev.tenfold.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another benchmark of the class, {@code other}, is left out only if nothing at all can call it.
 */
class CutTest {
  private static final String OTHER = "@Benchmark public Object other() { return 1; }";

  @TempDir Path directory;

  @Test
  void anotherBenchmarkIsLeftOut() throws IOException {
    assertThat(feelsTheOther(Inline.benchmark("return 0;").and(OTHER), "class B")).isFalse();
  }

  @Test
  void whatItCallsIsLeftOutWithIt() throws IOException {
    Inline program =
        Inline.benchmark("return 0;")
            .and("@Benchmark public Object another() { return mine(); }")
            .and("private Object mine() { Runnable r = () -> { int other = 1; }; return r; }")
            .and("@Benchmark public Object other() { return 1; }");
    assertThat(feelsTheOther(program, "class B")).isFalse();
  }

  @Test
  void oneThatIsCalledCounts() throws IOException {
    assertThat(feelsTheOther(Inline.benchmark("return other();").and(OTHER), "class B")).isTrue();
  }

  @Test
  void oneThatAPrivateMethodCallsCounts() throws IOException {
    Inline program =
        Inline.benchmark("return first();")
            .and("private Object first() { return second(); }")
            .and("private Object second() { return other(); }")
            .and(OTHER);
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatALambdaCallsCounts() throws IOException {
    Inline program =
        Inline.benchmark("java.util.function.Supplier<Object> s = () -> other(); return s.get();")
            .and(OTHER);
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatIsReferredToCounts() throws IOException {
    Inline program =
        Inline.benchmark("java.util.function.Supplier<Object> s = this::other; return s.get();")
            .and(OTHER);
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatANestedClassCallsCounts() throws IOException {
    Inline program =
        Inline.benchmark("return new Nested().go();")
            .and("class Nested { Object go() { return other(); } }")
            .and(OTHER);
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatIsCalledByWayOfAnInterfaceCounts() throws IOException {
    Inline program =
        Inline.benchmark("return Caller.call(this);")
            .and(OTHER)
            .with("app/Other.java", "package app; public interface Other { Object other(); }")
            .with(
                "app/Caller.java",
                "package app; class Caller { static Object call(Other o) { return o.other(); } }");
    assertThat(feelsTheOther(program, "class B implements Other")).isTrue();
  }

  /** Neither the class that declares it nor the interface that is called knows of the other. */
  @Test
  void oneThatIsCalledByWayOfAnInterfaceThatOnlyASubclassHasCounts() throws IOException {
    Inline program =
        Inline.benchmark("return Caller.call(new Sub());")
            .and(OTHER)
            .with("app/Other.java", "package app; public interface Other { Object other(); }")
            .with("app/Sub.java", "package app; public class Sub extends B implements Other {}")
            .with(
                "app/Caller.java",
                "package app; class Caller { static Object call(Other o) { return o.other(); } }");
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatIsCalledByWayOfASubclassCounts() throws IOException {
    Inline program =
        Inline.benchmark("return new Sub().other();")
            .and(OTHER)
            .with("app/Sub.java", "package app; class Sub extends B {}");
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatASuperclassDeclaresAndCallsCounts() throws IOException {
    Inline program =
        Inline.benchmark("return outer();")
            .and(OTHER)
            .with(
                "app/Parent.java",
                "package app; abstract class Parent {"
                    + " abstract Object other(); Object outer() { return other(); } }");
    assertThat(feelsTheOther(program, "class B extends Parent")).isTrue();
  }

  @Test
  void oneThatTheJdkCallsCounts() throws IOException {
    Inline program =
        Inline.benchmark("return java.util.Arrays.asList(this, this).hashCode();")
            .and("@Benchmark public int compareTo(B o) { return 1; }");
    assertThat(feelsTheOther(program, "class B implements Comparable<B>")).isTrue();
  }

  @Test
  void oneThatTheJdkCallsOnASubclassCounts() throws IOException {
    Inline program =
        Inline.benchmark(
                "java.util.concurrent.ForkJoinPool.commonPool().submit(new Sub()); return 0;")
            .and("@Benchmark public Object call() { return 1; }")
            .with(
                "app/Sub.java",
                "package app;"
                    + " class Sub extends B implements java.util.concurrent.Callable<Object> {}");
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatEveryObjectHasCounts() throws IOException {
    Inline program =
        Inline.benchmark("return String.valueOf(new Object[] {this});")
            .and("@Benchmark public String toString() { return \"\" + 1; }");
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatReflectionMayFindCounts() throws IOException {
    Inline program = Inline.benchmark("return getClass().getMethods()[0].invoke(this);").and(OTHER);
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatAMethodHandleMayFindCounts() throws IOException {
    Inline program =
        Inline.benchmark(
                "return java.lang.invoke.MethodHandles.lookup().findVirtual(B.class,"
                    + " \"ot\".concat(\"her\"), null).invoke(this);")
            .and(OTHER);
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatSharesItsNameWithAnOrdinaryMethodCounts() throws IOException {
    Inline program =
        Inline.benchmark("return 0;").and(OTHER).and("public Object other(int x) { return x; }");
    assertThat(feelsTheOther(program, "class B")).isTrue();
  }

  @Test
  void oneThatIsWrittenByHandWhenItIsSerialisedCounts() throws IOException {
    Inline program =
        Inline.benchmark("new java.io.ObjectOutputStream(null).writeObject(this); return 0;")
            .and("private void writeObject(java.io.ObjectOutputStream o) { int other = 1; }");
    assertThat(feelsTheOther(program, "class B implements java.io.Serializable")).isTrue();
  }

  /** Whether the benchmark must be measured after each 1 in the class has become a 2. */
  private boolean feelsTheOther(Inline program, String head) throws IOException {
    Inline changed = new Inline(program.body().replace("1", "2"), program.sources());
    Path was = program.jar(head).write(directory, 1);
    Path is = changed.jar(head).write(directory, 2);
    try (Identities identities = Identities.between(was, is)) {
      Identity identity = identities.of(Inline.RUN, List.of());
      assertThat(identity.unknown()).isEmpty();
      return !identity.identical();
    }
  }
}
