package dev.tenfold.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What code outside of the jar, the JDK's and JMH's, can do to the jar's classes for those who call
 * it, beyond using the objects and classes that it is handed. The weaker come first.
 *
 * <p>What is not listed here is trusted to do nothing of the kind only if it lies in one of the
 * {@link #PACKAGES} that were looked through. Everything else, be it the rest of the JDK or a
 * library that is not in the jar, is held to load classes by name.
 */
enum Power {
  /** It only does what its caller could have done by naming classes. */
  NONE("uses"),
  /** Finds methods by reflection: that no code names a method tells nothing any more. */
  FINDS_METHODS("finds methods by"),
  /** May load classes by names that are not in the code. */
  LOADS_CLASSES("may load any class by"),
  /** May read what lies in the jar as data, debug attributes and documents too. */
  READS_JAR("may read the jar as data by");

  /** How a sentence goes on after the name of the class that has this power. */
  final String verb;

  Power(String verb) {
    this.verb = verb;
  }

  private static final Set<String> PACKAGES =
      Set.of(
          "java/io",
          "java/lang",
          "java/lang/annotation",
          "java/lang/invoke",
          "java/lang/ref",
          "java/lang/reflect",
          "java/lang/runtime",
          "java/math",
          "java/net",
          "java/nio",
          "java/nio/channels",
          "java/nio/charset",
          "java/nio/file",
          "java/nio/file/attribute",
          "java/security",
          "java/text",
          "java/time",
          "java/time/chrono",
          "java/time/format",
          "java/time/temporal",
          "java/time/zone",
          "java/util",
          "java/util/concurrent",
          "java/util/concurrent/atomic",
          "java/util/concurrent/locks",
          "java/util/function",
          "java/util/logging",
          "java/util/random",
          "java/util/regex",
          "java/util/stream",
          "java/util/zip",
          "javax/crypto",
          "javax/crypto/spec",
          "org/openjdk/jmh/annotations",
          "org/openjdk/jmh/infra",
          "org/openjdk/jmh/results");

  /** Trusted types of packages that are not. The generated code of a benchmark uses JMH's. */
  private static final Set<String> TYPES =
      Set.of(
          "org/openjdk/jmh/runner/InfraControl",
          "org/openjdk/jmh/runner/FailureAssistException",
          "org/openjdk/jmh/util/SampleBuffer",
          "sun/misc/Unsafe");

  /** Exceptions among the trusted: a type, or a type with some of its members. */
  private static final Map<Power, List<String>> EXCEPTIONS =
      Map.of(
          FINDS_METHODS,
          List.of(
              "java/lang/Class getConstructor getConstructors getDeclaredConstructor"
                  + " getDeclaredConstructors getDeclaredMethod getDeclaredMethods getMethod"
                  + " getMethods",
              "java/lang/invoke/MethodHandles$Lookup bind findConstructor findSpecial findStatic"
                  + " findVirtual"),
          LOADS_CLASSES,
          List.of(
              // Classes that can be read from one name it, and do nothing while nobody makes one.
              "java/io/ObjectInputStream <init>",
              // Those that go from a class to others which lie within or around it: see Form.
              "java/lang/Class forName getClasses getDeclaredClasses getDeclaringClass"
                  + " getEnclosingClass getEnclosingConstructor getEnclosingMethod getNestHost"
                  + " getNestMembers getPermittedSubclasses",
              "java/lang/ClassLoader <init> defineClass findClass findLoadedClass findSystemClass"
                  + " loadClass",
              "java/lang/ModuleLayer",
              // Looks for a class package-info.
              "java/lang/Package",
              "java/lang/ProcessBuilder",
              "java/lang/Runtime exec load loadLibrary",
              // The names of many classes that the JDK loads are in its properties.
              "java/lang/System getProperties load loadLibrary setProperties setProperty",
              "java/lang/invoke/MethodHandles$Lookup defineClass defineHiddenClass"
                  + " defineHiddenClassWithClassData findClass",
              "java/lang/invoke/MethodType fromMethodDescriptorString",
              "java/net/URLClassLoader",
              "java/security/Provider",
              "java/security/SecureClassLoader",
              "java/security/SignedObject getObject",
              "java/security/Security setProperty",
              "java/util/ListResourceBundle",
              "java/util/PropertyResourceBundle",
              "java/util/ResourceBundle",
              "java/util/logging/LogManager",
              // With the name of a ResourceBundle.
              "java/util/logging/Logger logrb"
                  + " getAnonymousLogger(Ljava/lang/String;)Ljava/util/logging/Logger;"
                  + " getLogger(Ljava/lang/String;Ljava/lang/String;)Ljava/util/logging/Logger;"
                  + " <init>",
              "javax/crypto/SealedObject getObject",
              "sun/misc/Unsafe defineAnonymousClass defineClass"),
          READS_JAR,
          List.of(
              "java/lang/Class getProtectionDomain",
              "java/net/JarURLConnection",
              "java/nio/file/FileSystems newFileSystem",
              "java/security/CodeSource",
              "java/security/ProtectionDomain",
              "java/util/jar/JarFile",
              "java/util/zip/ZipFile"));

  static final Map<String, Power> RULES = new HashMap<>();
  private static final Map<String, Power> NAMES = new HashMap<>();

  static {
    EXCEPTIONS.forEach(
        (power, lines) -> {
          for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words.length == 1) {
              RULES.put(words[0], power);
            }
            for (int i = 1; i < words.length; i++) {
              RULES.put(words[0] + " " + words[i], power);
              if (power != FINDS_METHODS) {
                NAMES.merge(words[i], power, Power::or);
              }
            }
            if (line.endsWith(" <init>")) {
              NAMES.put(words[0], power);
            }
          }
        });
  }

  /** Of code that names this type, which does not lie in the jar. */
  static Power of(String type) {
    Power rule = RULES.get(type);
    if (rule != null) {
      return rule;
    }
    String packageName = type.substring(0, Math.max(0, type.lastIndexOf('/')));
    boolean trusted =
        PACKAGES.contains(packageName)
            || TYPES.contains(type)
            || type.startsWith("org/apache/commons/math3/");
    return trusted ? NONE : LOADS_CLASSES;
  }

  /** Of code that uses this member of a type which does not lie in the jar. */
  static Power of(ClassFile.Member member) {
    String byName = member.owner() + " " + member.name();
    Power rule = RULES.getOrDefault(byName, NONE);
    Power exact = RULES.getOrDefault(byName + member.descriptor(), NONE);
    return rule.or(exact);
  }

  /** Of code that holds this name of a method, or of a type to make, and calls by reflection. */
  static Power ofName(String name) {
    return NAMES.getOrDefault(name, NONE);
  }

  Power or(Power other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
