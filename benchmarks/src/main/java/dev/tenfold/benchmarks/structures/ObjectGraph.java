package dev.tenfold.benchmarks.structures;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.vm.VM;
import org.openjdk.jol.vm.VirtualMachine;

/**
 * An object and all that it refers to, each once.
 *
 * <p>JOL walks such graphs itself, but asks each object for its fields by reflection, which the
 * JDK's modules answer with two exceptions a field: 10,000 entries of a map take it more than a
 * second. Here JOL is asked once a class, for the size and for where the references are.
 */
final class ObjectGraph {
  static {
    // Or JOL would load an agent into this JVM, and then have another JVM attach to this one and
    // stop it. Both are for addresses; sizes follow from the offsets of the fields. JOL says on
    // standard output, in two lines, that it does without.
    System.setProperty("jol.skipDynamicAttach", "true");
    System.setProperty("jol.skipHotspotSAAttach", "true");
  }

  private final VirtualMachine vm = VM.current();
  private final Map<Class<?>, Shape> shapes = new HashMap<>();
  private final Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  private ObjectGraph() {}

  /** How many bytes the graph takes that begins here. */
  static long bytes(Object root) {
    try {
      ObjectGraph graph = new ObjectGraph();
      graph.reach(root);
      long bytes = 0;
      while (!graph.open.isEmpty()) {
        bytes += graph.weigh(graph.open.pop());
      }
      return bytes;
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "JOL cannot look into it: records and hidden classes are closed to it, and so are JVMs but"
              + " HotSpot 17 to 25. A later one may need --sun-misc-unsafe-memory-access=allow.",
          e);
    }
  }

  private void reach(Object object) {
    if (object != null && reached.add(object)) {
      open.push(object);
    }
  }

  /** The bytes of one object; what it refers to is reached. */
  private long weigh(Object object) {
    if (object instanceof Object[] array) {
      for (Object element : array) {
        reach(element);
      }
    }
    if (object.getClass().isArray()) {
      return vm.sizeOf(object);
    }
    Shape shape = shapes.computeIfAbsent(object.getClass(), this::shape);
    for (long offset : shape.references) {
      reach(vm.getObject(object, offset));
    }
    return shape.bytes;
  }

  private Shape shape(Class<?> type) {
    List<Long> references = new ArrayList<>();
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      for (Field field : declaring.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          references.add(vm.fieldOffset(field));
        }
      }
    }
    return new Shape(ClassLayout.parseClass(type).instanceSize(), references);
  }

  /** What the objects of a class have in common; the references are given by their offsets. */
  private record Shape(long bytes, List<Long> references) {}
}
