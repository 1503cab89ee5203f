package dev.tenfold.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that can do more than it names: what it can do to the jar is found, whoever does it. */
class PowerTest {
  @TempDir Path directory;

  /** A name with a typing error in it would silently trust what is meant to be distrusted. */
  @Test
  void everyRuleNamesWhatTheJdkHas() throws ClassNotFoundException {
    Set<String> goneFromTheJdk =
        Set.of("sun/misc/Unsafe defineAnonymousClass", "sun/misc/Unsafe defineClass");
    for (String rule : Power.RULES.keySet()) {
      if (goneFromTheJdk.contains(rule)) {
        continue;
      }
      String[] words = rule.split(" ", -1);
      Class<?> type = Class.forName(words[0].replace('/', '.'));
      if (words.length > 1 && !words[1].equals("<init>")) {
        String name = words[1].replaceFirst("\\(.*", "");
        Set<String> methods =
            Stream.of(type.getMethods(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertThat(methods).as(rule).contains(name);
      }
    }
    assertThat(Power.RULES).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return Class.forName(\"app.\" + \"Far\".toString());",
        "return getClass().getClassLoader().loadClass(\"app.\" + hashCode());",
        "return Thread.currentThread().getContextClassLoader().loadClass(\"x\" + hashCode());",
        "return new java.net.URLClassLoader(new java.net.URL[0]);",
        "return new ClassLoader() {};",
        "return java.lang.invoke.MethodHandles.lookup().findClass(\"x\" + hashCode());",
        "return java.lang.invoke.MethodHandles.lookup().defineClass(new byte[hashCode()]);",
        "return new java.io.ObjectInputStream(null).readObject();",
        "java.util.function.Function<String, Object> load = n -> { try { return Class.forName(n); }"
            + " catch (Exception e) { return null; } }; return load.apply(\"x\");",
        "interface Maker { Object make(java.io.InputStream in) throws Exception; }"
            + " Maker maker = java.io.ObjectInputStream::new; return maker.make(null);",
        "return Class.class.getMethod(\"forName\", String.class).invoke(null, \"x\" + hashCode());",
        "return java.io.ObjectInputStream.class.getConstructors()[0].newInstance(this);",
        "return java.util.ResourceBundle.getBundle(\"app.\" + hashCode());",
        "return javax.script.ScriptEngine.class;",
        "return new javax.script.ScriptEngineManager();",
        "return javax.xml.parsers.SAXParserFactory.newInstance();",
        "return java.lang.management.ManagementFactory.getPlatformMBeanServer();",
        "return new ProcessBuilder(\"java\").start();",
        "return Runtime.getRuntime().exec(\"java\");",
        "System.loadLibrary(\"x\"); return null;",
        "return System.setProperty(\"java.util.logging.manager\", \"app.\" + hashCode());",
        "return new org.openjdk.jmh.runner.Runner(null);",
        "return new java.security.Provider(\"p\", \"1\", \"i\") {};",
        "return Far.class.getDeclaredClasses();",
        "return java.util.logging.Logger.getLogger(\"name\", \"app.Bundle\" + hashCode());",
        "return Far.class.getPackage().getAnnotations();",
      })
  void codeThatMayLoadAnyClassReachesEveryClass(String body) throws Exception {
    Identity identity = whenAFarClassChanges(Inline.benchmark(body));
    assertThat(identity.identical()).as(identity.explanation()).isFalse();
    assertThat(identity.explanation())
        .contains("app.Hid differs", "every class in the jar", "app.B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return Far.class.getResourceAsStream(hashCode() + \".class\");",
        "String name = \"Far\" + hashCode(); return Far.class.getResource(name + \".class\");",
        "return System.getProperty(\"java.class.path\");",
        "return Far.class.getProtectionDomain();",
        "return new java.util.zip.ZipFile(\"benchmarks.jar\");",
        "return new java.util.jar.JarFile(\"benchmarks.jar\");",
        "return java.nio.file.FileSystems.newFileSystem(java.nio.file.Path.of(\"b.jar\"));",
        "return ClassLoader.getSystemResource(\"/README.md\");",
      })
  void codeThatMayReadTheJarReachesEveryByte(String body) throws Exception {
    Jar base = Inline.benchmark(body).jar().with("README.md", "Read.");
    try (Identities identities = between(base, base.with("META-INF/maven/pom.xml", "<a/>"))) {
      Identity identity = identities.of(Inline.RUN, List.of());
      assertThat(identity.identical()).as(identity.explanation()).isFalse();
      assertThat(identity.explanation()).contains("every file in the jar");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return java.util.List.of(Far.class, getClass().getName(), String.valueOf(1));",
        "return java.nio.charset.Charset.forName(\"UTF-8\");",
        "return new Far() { Object x = Far.class.getDeclaredFields(); };",
        "return java.util.ServiceLoader.load(Runnable.class).iterator().hasNext();",
        "return getClass().getResource(\"/settings.txt\");",
        "return System.getProperty(\"java.version\");",
        "return java.lang.reflect.Proxy.newProxyInstance(null, new Class<?>[0], null);",
        "return java.security.MessageDigest.getInstance(\"SHA-256\");",
      })
  void codeThatNamesWhatItUsesReachesOnlyThat(String body) throws Exception {
    Identity identity = whenAFarClassChanges(Inline.benchmark(body));
    assertThat(identity.identical()).as(identity.explanation()).isTrue();
  }

  @Test
  void aNativeMethodMayLoadAnyClass() throws Exception {
    Inline program = Inline.benchmark("return far();").and("native Object far();");
    assertThat(whenAFarClassChanges(program).explanation())
        .contains("app.B has native methods, which may load any class");
  }

  @Test
  void anyOtherLibraryThatIsNotInTheJarMayLoadAnyClass() throws Exception {
    Jar jar =
        Inline.benchmark("return new Gone();")
            .with("app/Gone.java", "package app; public class Gone {}")
            .jar()
            .without("app/Gone.class");
    try (Identities identities = between(jar, jar.with("app/New.class", new byte[3]))) {
      assertThat(identities.of(Inline.RUN, List.of()).explanation())
          .contains("may load any class by app.Gone");
    }
  }

  /** It is called in no code but the JDK's, by the methods that make and read such streams. */
  @Test
  void aClassThatCanBeDeserialisedDoesNotLoadAnyClassByThatAlone() throws Exception {
    Inline program =
        Inline.benchmark("return this;")
            .and(
                "private void readObject(java.io.ObjectInputStream in) throws Exception {"
                    + " in.defaultReadObject(); in.readObject(); }");
    assertThat(whenAFarClassChanges(program).identical()).isTrue();
  }

  /** The reason stands in the jar that is gone, and it is told all the same. */
  @Test
  void whatTheBaseAloneMayLoadIsComparedToo() throws Exception {
    Jar base = Inline.benchmark("return Class.forName(\"x\" + hashCode());").jar();
    Jar head = Inline.benchmark("return null;").jar().with("app/New.class", new byte[3]);
    try (Identities identities = between(base, head)) {
      assertThat(identities.of(Inline.RUN, List.of()).explanation())
          .contains("app.B differs", "app.New counts only in the head", "java.lang.Class.forName");
    }
  }

  /** Who hands it to a loader may stand anywhere, even outside of the jar. */
  @Test
  void aClassIsReachedByAStringThatIsItsName() throws Exception {
    for (String name : List.of("app.Hid", "app/Hid", "Lapp/Hid;")) {
      Identity identity = whenAFarClassChanges(Inline.benchmark("return \"" + name + "\";"));
      assertThat(identity.explanation()).contains("app.Hid differs", "classes.");
    }
  }

  private Identity whenAFarClassChanges(Inline program) throws Exception {
    Inline more =
        program
            .with("app/Hid.java", "package app; class Hid { int value = 1; }")
            .with("app/Kept.java", "package app; class Kept {}");
    Jar base = more.jar();
    Jar head =
        base.with(
            Sources.compile(Map.of("app/Hid.java", "package app; class Hid { int value = 2; }")));
    try (Identities identities = between(base, head)) {
      return identities.of(Inline.RUN, List.of());
    }
  }

  private Identities between(Jar base, Jar head) throws Exception {
    return Identities.between(base.write(directory, 1), head.write(directory, 2));
  }
}
