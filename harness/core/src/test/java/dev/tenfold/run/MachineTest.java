package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void theIdIsAReadableDirectoryNameThatStaysTheSame() {
    // Kept baselines lie under this name: a change of it loses them.
    assertThat(Runs.MACHINE.id()).isEqualTo("linux-amd64-8cpu-16g-jdk17-g1-65055e5b");
  }

  @Test
  void theIdDiffersWhenAnyFieldDoes() throws ReflectiveOperationException {
    List<String> ids = new ArrayList<>(List.of(Runs.MACHINE.id()));
    for (int i = 0; i < Machine.class.getRecordComponents().length; i++) {
      ids.add(altered(i).id());
    }
    assertThat(ids).hasSize(11).doesNotHaveDuplicates();
  }

  private static Machine altered(int field) throws ReflectiveOperationException {
    RecordComponent[] components = Machine.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = components[i].getAccessor().invoke(Runs.MACHINE);
    }
    values[field] = values[field] instanceof Integer n ? (Object) (n + 1) : values[field] + "x";
    Constructor<Machine> constructor = Machine.class.getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }

  @Test
  void aHostileNameStaysOneDirectoryName() {
    Machine machine =
        new Machine("c", 1, 1, "../../etc\u0000/\n", "k", "none", "j", 17, "G1\u0130", "l");
    assertThat(machine.id()).matches("[a-z0-9-]+");
  }

  @Test
  void theIdDoesNotDependOnTheLocale() {
    String id = Runs.MACHINE.id();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Runs.MACHINE.id()).isEqualTo(id);
      assertThat(Runs.MACHINE.portable()).isEqualTo("jdk17 G1 CompressedOops align 8");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void allocationIsPortableBetweenSpeedsAndNotBetweenJvms() throws ReflectiveOperationException {
    List<String> same = new ArrayList<>();
    List<String> other = new ArrayList<>();
    RecordComponent[] components = Machine.class.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      boolean equal = altered(i).portable().equals(Runs.MACHINE.portable());
      (equal ? same : other).add(components[i].getName());
    }
    assertThat(other).containsExactly("javaMajor", "collector", "objectLayout");
    assertThat(same).hasSize(7);
  }
}
