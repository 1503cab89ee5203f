package dev.tenfold.bytecode;

import static dev.tenfold.bytecode.Fixture.LOAD;
import static dev.tenfold.bytecode.Fixture.MEASURE;
import static dev.tenfold.bytecode.Fixture.OTHER;
import static dev.tenfold.bytecode.Fixture.READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One change of the {@link Fixture}.
 *
 * @param name what it is
 * @param edit makes it
 * @param breaks exactly these benchmarks are no longer identical
 * @param culprit a part of the name of what each of those must be told to differ
 */
record Mutation(String name, UnaryOperator<Fixture> edit, Set<String> breaks, String culprit) {
  private static final Set<String> ALL = Set.of(MEASURE, OTHER, LOAD, READ);
  private static final Set<String> REACHING = Set.of(MEASURE, LOAD, READ);
  private static final Set<String> ONLY_OTHER = Set.of(OTHER, LOAD, READ);
  private static final Set<String> DYNAMIC = Set.of(LOAD, READ);
  private static final Set<String> BY_BYTES = Set.of(READ);
  private static final String PARTS = "app/Parts.java";
  private static final String WORKER = "app/Worker.java";

  @Override
  public String toString() {
    return name;
  }

  static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(ofCode());
    all.addAll(ofOtherCode());
    all.addAll(ofFiles());
    all.addAll(ofNothingThatRuns());
    return all;
  }

  /** Of code that {@code measure} reaches and {@code other} does not. */
  private static List<Mutation> ofCode() {
    return List.of(
        code("a method body", WORKER, "return 2;", "return 22;", "app.Worker"),
        code(
            "a body in the class of the benchmark",
            "app/Bench.java",
            "x * 2",
            "x * 4",
            "app.Bench"),
        code("the benchmark itself", "app/Bench.java", "+ Deep", "- Deep", "app.Bench"),
        code("a constant that javac inlines", PARTS, "INLINED = 6", "INLINED = 7", "app.Deep"),
        code("a static field's initialiser", WORKER, "List.of(1, 2", "List.of(1, 4", "app.Worker"),
        code("a field's initialiser", WORKER, "field = 42", "field = 43", "app.Worker"),
        code("a static initialiser", WORKER, "started = 77", "started = 78", "app.Worker"),
        code("a superclass", WORKER, "extends Parent", "extends OtherParent", "app.Worker"),
        code(
            "a body in a superclass",
            PARTS,
            "Parent { int inherited() { return 61;",
            "Parent { int inherited() { return 62;",
            "app.Parent"),
        code("a default method", PARTS, "{ return x * 2; }", "{ return x + x; }", "app.Doubling"),
        code(
            "one interface more",
            WORKER,
            "implements Doubling",
            "implements Doubling, java.io.Serializable",
            "app.Worker"),
        code("the body of a lambda", WORKER, "y -> y + 100", "y -> y + 101", "app.Worker"),
        code("a case of a string switch", WORKER, "case \"one\":", "case \"eins\":", "app.Worker"),
        code("the order of an enum", PARTS, "RED, GREEN", "GREEN, RED", "app.Colour"),
        code("an arm of an enum switch", WORKER, "RED -> 10", "RED -> 11", "app.Worker"),
        code(
            "a component of a record",
            PARTS,
            "Point(int x, int y)",
            "Point(int x, long y)",
            "app.Point"),
        code("an inner class", WORKER, "return 1000", "return 1001", "app.Worker$Inner"),
        code("an anonymous class", WORKER, "return 31", "return 32", "app.Worker$1"),
        code("a class by a method reference", PARTS, "x + 8", "x + 9", "app.ByReference"),
        code("a library at depth three", "lib/Three.java", "x + 3", "x + 4", "lib.Three"),
        code(
            "a provider of a service",
            "app/PluginOne.java",
            "return 21",
            "return 22",
            "app.PluginOne"),
        code("what is caught", PARTS, "code = 5", "code = 6", "app.Failure"),
        code("a class in a signature", PARTS, "sign = 1", "sign = 2", "app.Signed"),
        code("a class in an annotation", PARTS, "tag = 1", "tag = 2", "app.Tagged"),
        code("a value of an annotation", WORKER, "\"tag\"", "\"gat\"", "app.Worker"),
        code("a modifier", WORKER, "int field = 42", "volatile int field = 42", "app.Worker"),
        code("a class for all JVMs", "app/Versioned.java", "return 8", "return 9", "app.Versioned"),
        new Mutation(
            "a class for later JVMs",
            fixture ->
                new Fixture(
                    fixture.sources(),
                    java.util.Map.of(
                        "app/Versioned.java",
                        fixture.later().get("app/Versioned.java").replace("11", "12")),
                    fixture.others()),
            REACHING,
            "META-INF/versions/11/app/Versioned.class"),
        new Mutation(
            "its line in the list",
            fixture ->
                fixture.replaced(
                    "META-INF/BenchmarkList",
                    "7 measure S 10 Throughput E",
                    "7 measure S 10 Throughput I 1 2"),
            REACHING,
            "BenchmarkList"),
        new Mutation(
            "the hint that it is inlined by",
            fixture ->
                fixture.replaced(
                    "META-INF/CompilerHints",
                    "inline,app/Bench.measure",
                    "dontinline,app/Bench.measure"),
            REACHING,
            "CompilerHints"));
  }

  /** Of code that {@code measure} does not reach, or reaches as the others do. */
  private static List<Mutation> ofOtherCode() {
    return List.of(
        new Mutation(
            "a helper of the other benchmark",
            source(PARTS, "return 9;", "return 99;"),
            ONLY_OTHER,
            "app.OtherHelper"),
        new Mutation(
            "the other benchmark",
            source("app/Bench.java", "onlyOther(shared)", "onlyOther(shared + 1)"),
            ONLY_OTHER,
            "app.Bench"),
        new Mutation(
            "a lambda of the other benchmark",
            source("app/Bench.java", "y -> y + O", "y -> y - O"),
            ONLY_OTHER,
            "app.Bench"),
        new Mutation(
            "a field of the class of both",
            source("app/Bench.java", "seed = 11", "seed = 12"),
            ALL,
            "app.Bench"),
        new Mutation(
            "a static initialiser of the class of both",
            source("app/Bench.java", "shared * 3", "shared * 4"),
            ALL,
            "app.Bench"),
        new Mutation(
            "what sets both up",
            source(PARTS, "{ return x + 1; }", "{ return x + 2; }"),
            ALL,
            "app.Helper"),
        new Mutation(
            "a class that nobody names",
            source(PARTS, "return 4;", "return 44;"),
            DYNAMIC,
            "app.Unreached"),
        new Mutation(
            "a class that only a string names",
            source(PARTS, "{ return 5; }", "{ return 55; }"),
            DYNAMIC,
            "app.Hidden"),
        new Mutation(
            "a nested class that nobody names",
            source(WORKER, "return 404", "return 405"),
            DYNAMIC,
            "app.Worker$Unused"),
        new Mutation(
            "a nested class more",
            source(WORKER, "class Inner", "static class More {} class Inner"),
            DYNAMIC,
            "app.Worker$More"),
        new Mutation(
            "a class more",
            fixture -> fixture.withSource("app/More.java", "package app; class More {}"),
            DYNAMIC,
            "app.More"),
        new Mutation(
            "a benchmark more in the same class",
            fixture ->
                fixture
                    .replaced(
                        "app/Bench.java",
                        "@Setup",
                        "@Benchmark public int third() { return 3; } @Setup")
                    .withBenchmark("Bench", "third")
                    .edited("META-INF/CompilerHints", hints -> hints + "inline,app/Bench.third\n"),
            DYNAMIC,
            "Bench_third_jmhTest"),
        new Mutation(
            "a hint for code that only others reach",
            fixture ->
                fixture.edited(
                    "META-INF/CompilerHints", hints -> hints + "inline,app/Unreached.value\n"),
            DYNAMIC,
            "CompilerHints"));
  }

  private static List<Mutation> ofFiles() {
    return List.of(
        file("a resource", "settings.properties", "size=11"),
        file("a resource more", "more/of.txt", "More."),
        file("a document in an unusual place", "app/README.md", "A text."),
        file("a service more", "META-INF/services/java.lang.Some", "app.Unreached"),
        new Mutation(
            "JMH",
            fixture -> fixture.with("jmh.properties", "jmh.version=1.36"),
            ALL,
            "JMH itself"),
        new Mutation(
            "an attribute of the manifest",
            fixture ->
                fixture.replaced(
                    "META-INF/MANIFEST.MF", "Main-Class", "Multi-Release: true\nMain-Class"),
            ALL,
            "multi-release in META-INF/MANIFEST.MF"),
        new Mutation(
            "a hint by a pattern",
            fixture ->
                fixture.edited("META-INF/CompilerHints", hints -> hints + "dontinline,*.of\n"),
            ALL,
            "CompilerHints"));
  }

  private static List<Mutation> ofNothingThatRuns() {
    return List.of(
        harmless(
            "lines and comments",
            fixture -> {
              Fixture moved = fixture;
              for (String path : fixture.sources().keySet()) {
                moved =
                    moved.edited(
                        path,
                        text -> "// A comment.\n\n" + text.replace("return", "/* so */\n  return"));
              }
              return moved;
            }),
        harmless("the name of a local variable", source(WORKER, "sum", "total")),
        harmless("the readme", fixture -> fixture.with("README.md", "Read me again.")),
        harmless("a licence", fixture -> fixture.with("META-INF/LICENSE", "Do not.")),
        harmless("a changelog more", fixture -> fixture.with("CHANGELOG.txt", "All.")),
        harmless(
            "what Maven notes",
            fixture -> fixture.with("META-INF/maven/a/b/pom.properties", "version=2")),
        harmless(
            "who built it",
            fixture -> fixture.replaced("META-INF/MANIFEST.MF", "a test", "another test")));
  }

  private static Mutation code(String name, String path, String piece, String by, String culprit) {
    return new Mutation(name, source(path, piece, by), REACHING, culprit);
  }

  private static Mutation file(String name, String path, String text) {
    return new Mutation(name, fixture -> fixture.with(path, text), ALL, path);
  }

  private static Mutation harmless(String name, UnaryOperator<Fixture> edit) {
    return new Mutation(name, edit, BY_BYTES, "");
  }

  private static UnaryOperator<Fixture> source(String path, String piece, String by) {
    return fixture -> fixture.replaced(path, piece, by);
  }
}
