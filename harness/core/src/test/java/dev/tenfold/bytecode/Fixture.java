package dev.tenfold.bytecode;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A program with five benchmarks, small but with a bit of everything that Java compiles to class
 * files, as source that tests can change before it becomes a jar. What JMH generates is written by
 * hand, so that it compiles fast; {@code GeneratedTest} has the real thing.
 *
 * @param sources by path
 * @param later sources of classes for JVMs from 11 on
 * @param others of the files in the jar
 */
record Fixture(Map<String, String> sources, Map<String, String> later, Map<String, String> others) {
  /** Names what it uses. */
  static final String MEASURE = "app.Bench.measure";

  /** Stands in the same class. */
  static final String OTHER = "app.Bench.other";

  /** Loads a class by a name. */
  static final String LOAD = "app.Dynamic.load";

  /** Reads class files. */
  static final String READ = "app.Raw.read";

  static Fixture standard() {
    Map<String, String> sources = new TreeMap<>();
    sources.put(
        "app/Bench.java",
        """
        package app;
        import org.openjdk.jmh.annotations.*;
        @State(Scope.Thread)
        public class Bench {
          static int shared = 5;
          static { shared = shared * 3; }
          int seed = 11;
          @Setup public void prepare() { seed = Helper.start(seed); }
          @Benchmark public int measure() { return new Worker().work(seed) + twice(seed) + Deep.of(seed); }
          @Benchmark public int other() { return onlyOther(shared); }
          private int twice(int x) { return x * 2; }
          private int onlyOther(int x) {
            java.util.function.IntUnaryOperator bonus = y -> y + OtherHelper.bonus();
            return bonus.applyAsInt(x);
          }
        }
        """);
    sources.put(
        "app/Worker.java",
        """
        package app;
        import java.util.*;
        import java.util.function.*;
        @Tag(value = "tag", by = Tagged.class)
        public class Worker extends Parent implements Doubling {
          static final List<Integer> TABLE = List.of(1, 2, 3);
          static int started;
          static { started = 77; }
          int field = 42;
          List<Signed> signed;
          int work(int x) {
            Point point = new Point(1, 2);
            int sum = x + field + TABLE.get(0) + point.x() + new Inner().value() + anonymous();
            IntUnaryOperator lambda = y -> y + 100;
            Function<Integer, Integer> reference = ByReference::apply;
            for (Plugin plugin : ServiceLoader.load(Plugin.class)) {
              sum += plugin.value();
            }
            sum += named("two") + coloured(Colour.RED) + doubled(3) + inherited() + started;
            return sum + lambda.applyAsInt(1) + reference.apply(2) + Versioned.value() + caught();
          }
          int named(String name) {
            switch (name) {
              case "one": return 1;
              case "two": return 2;
              default: return 3;
            }
          }
          int coloured(Colour colour) {
            return switch (colour) { case RED -> 10; case GREEN -> 20; };
          }
          int anonymous() {
            return new IntSupplier() { public int getAsInt() { return 31; } }.getAsInt();
          }
          int caught() {
            try { return named(null); } catch (Failure e) { return 0; }
          }
          class Inner { int value() { return 1000; } }
          static class Unused { int value() { return 404; } }
        }
        """);
    sources.put(
        "app/Parts.java",
        """
        package app;
        import java.lang.annotation.*;
        class Parent { int inherited() { return 61; } }
        class OtherParent { int inherited() { return 61; } }
        interface Doubling { default int doubled(int x) { return x * 2; } }
        interface Plugin { int value(); }
        record Point(int x, int y) {}
        enum Colour { RED, GREEN }
        class Failure extends RuntimeException { int code = 5; }
        class Signed { int sign = 1; }
        class Tagged { int tag = 1; }
        class ByReference { static int apply(int x) { return x + 8; } }
        class Helper { static int start(int x) { return x + 1; } }
        class OtherHelper { static int bonus() { return 9; } }
        class Constants { static final int INLINED = 6; static int unused() { return 1; } }
        class Deep { static int of(int x) { return lib.One.of(x) + Constants.INLINED; } }
        class Unreached { int value() { return 4; } }
        class Hidden { int value() { return 5; } }
        @Retention(RetentionPolicy.RUNTIME) @interface Tag { String value(); Class<?> by(); }
        """);
    sources.put(
        "app/PluginOne.java",
        "package app; public class PluginOne implements Plugin { public int value() { return 21; } }");
    sources.put(
        "app/Versioned.java", "package app; class Versioned { static int value() { return 8; } }");
    sources.put(
        "lib/One.java",
        "package lib; public class One { public static int of(int x) { return Two.of(x); } }");
    sources.put(
        "lib/Two.java", "package lib; class Two { static int of(int x) { return Three.of(x); } }");
    sources.put(
        "lib/Three.java", "package lib; class Three { static int of(int x) { return x + 3; } }");
    sources.put(
        "app/Dynamic.java",
        """
        package app;
        import org.openjdk.jmh.annotations.*;
        @State(Scope.Thread)
        public class Dynamic {
          String name = "Hidden";
          @Benchmark public Object load() throws Exception { return Class.forName("app." + name); }
        }
        """);
    sources.put(
        "app/Raw.java",
        """
        package app;
        import org.openjdk.jmh.annotations.*;
        @State(Scope.Thread)
        public class Raw {
          String name = "Hidden";
          @Benchmark public Object read() { return Raw.class.getResource(name + ".class"); }
        }
        """);
    Map<String, String> others = new TreeMap<>();
    others.put(
        "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nCreated-By: a test\nMain-Class: x.Y\n\n");
    others.put("META-INF/services/app.Plugin", "# ours\napp.PluginOne # the first\n");
    others.put("META-INF/LICENSE", "Do as you like.");
    others.put("META-INF/maven/a/b/pom.properties", "version=1");
    others.put("README.md", "Read me.");
    others.put("settings.properties", "size=10");
    others.put("jmh.properties", "jmh.version=1.37");
    others.put(
        "META-INF/CompilerHints",
        """
        dontinline,*.*_all_jmhStub
        inline,app/Bench.measure
        inline,app/Bench.other
        inline,app/Bench.prepare
        inline,app/Dynamic.load
        """);
    others.put("META-INF/BenchmarkList", "");
    Map<String, String> later =
        Map.of(
            "app/Versioned.java",
            "package app; class Versioned { static int value() { return 11; } }");
    return new Fixture(sources, later, others)
        .withBenchmark("Bench", "measure")
        .withBenchmark("Bench", "other")
        .withBenchmark("Dynamic", "load")
        .withBenchmark("Raw", "read");
  }

  /** With what JMH's generator would write for a benchmark. */
  Fixture withBenchmark(String owner, String method) {
    String generated = owner + "_" + method + "_jmhTest";
    String source =
        """
        package app.jmh_generated;
        public final class %s {
          app.%s state = new app.%s();
          public Object %s_Throughput(org.openjdk.jmh.infra.Blackhole blackhole) throws Throwable {
            return state.%s();
          }
        }
        """
            .formatted(generated, owner, owner, method, method);
    return withSource("app/jmh_generated/" + generated + ".java", source)
        .edited(
            "META-INF/BenchmarkList",
            list -> list + line("app." + owner, "app.jmh_generated." + generated, method) + "\n");
  }

  static String line(String owner, String generated, String method) {
    return "JMH S %d %s S %d %s S %d %s S 10 Throughput E A 1 1 1 E E E E E E E E E E E E E E E E "
        .formatted(owner.length(), owner, generated.length(), generated, method.length(), method);
  }

  Fixture withSource(String path, String source) {
    Map<String, String> more = new TreeMap<>(sources);
    more.put(path, source);
    return new Fixture(more, later, others);
  }

  Fixture with(String path, String text) {
    Map<String, String> more = new TreeMap<>(others);
    more.put(path, text);
    return new Fixture(sources, later, more);
  }

  /** With one piece of a source, or of another file, replaced; it must be there. */
  Fixture replaced(String path, String piece, String by) {
    return edited(
        path,
        text -> {
          if (!text.contains(piece)) {
            throw new IllegalArgumentException(path + " has no " + piece);
          }
          return text.replace(piece, by);
        });
  }

  Fixture edited(String path, UnaryOperator<String> edit) {
    return sources.containsKey(path)
        ? withSource(path, edit.apply(sources.get(path)))
        : with(path, edit.apply(others.get(path)));
  }

  Jar jar() {
    Jar jar = new Jar(Map.of()).with(Sources.compile(sources));
    for (Map.Entry<String, byte[]> file : Sources.compile(later).entrySet()) {
      jar = jar.with("META-INF/versions/11/" + file.getKey(), file.getValue());
    }
    Map<String, String> jmh =
        Map.of(
            "org/openjdk/jmh/X.java",
            "package org.openjdk.jmh; class X { int version = %s; }"
                .formatted(others.getOrDefault("jmh.properties", "").contains("1.37") ? 37 : 36));
    jar = jar.with(Sources.compile(jmh));
    for (Map.Entry<String, String> file : others.entrySet()) {
      jar = jar.with(file.getKey(), file.getValue());
    }
    return jar;
  }
}
