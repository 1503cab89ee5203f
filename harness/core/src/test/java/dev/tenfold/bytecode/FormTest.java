package dev.tenfold.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

class FormTest {
  private static final Map<String, byte[]> CLASSES = Sources.compile(Fixture.standard().sources());

  @Test
  void theOrderOfTheConstantPoolDoesNotCount() {
    CLASSES.forEach(
        (name, bytes) -> {
          byte[] reordered = reordered(bytes);
          assertThat(reordered).as(name).isNotEqualTo(bytes);
          assertThat(Form.full(reordered).bytes()).as(name).isEqualTo(Form.full(bytes).bytes());
        });
    assertThat(CLASSES).hasSizeGreaterThan(20);
  }

  @Test
  void theFormOfAFormIsItself() {
    CLASSES.forEach(
        (name, bytes) -> {
          byte[] form = Form.reached(bytes, Set.of()).bytes();
          assertThat(Form.reached(form, Set.of()).bytes()).as(name).isEqualTo(form);
        });
  }

  @Test
  void namesOfParametersThatReflectionFindsCount() {
    String source = "class A { int of(int first) { return first; } }";
    String renamed = source.replace("first", "second");
    assertThat(form(source)).isEqualTo(form(renamed));
    assertThat(form(source, "-parameters")).isNotEqualTo(form(renamed, "-parameters"));
  }

  @Test
  void theVersionOfTheClassFileCounts() {
    assertThat(form("class A {}", "--release", "11")).isNotEqualTo(form("class A {}"));
  }

  @Test
  void withoutDebugAttributesTheFormIsTheSame() {
    String source = "class A { int of(int x) { int y = x; return y; } }";
    assertThat(form(source, "-g:none")).isEqualTo(form(source, "-g"));
  }

  @Test
  void aModifierOfANestedClassCounts() {
    assertThat(nested("class A { protected interface B {} }"))
        .isNotEqualTo(nested("class A { public interface B {} }"));
  }

  private static String nested(String source) {
    byte[] bytes = Sources.compile(Map.of("A.java", source)).get("A$B.class");
    return Form.reached(bytes, Set.of()).hash();
  }

  private static byte[] form(String source, String... options) {
    byte[] bytes = Sources.compile(Map.of("A.java", source), options).get("A.class");
    return Form.full(bytes).bytes();
  }

  private static byte[] reordered(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    for (int i = 0; i < 300; i++) {
      writer.newConst("filler " + i);
    }
    new ClassReader(bytes).accept(writer, 0);
    return writer.toByteArray();
  }
}
