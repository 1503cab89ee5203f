package dev.tenfold.bytecode;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class file says of itself and of others. Code can name another class, member or text only
 * by way of the constant pool, so nothing that it names is missing here.
 *
 * @param supertypes the superclass, if it has one, and then the interfaces; internal names
 * @param texts every text in the pool: names, descriptors, signatures, and the strings too
 * @param strings those of the texts that the code can hold as a String
 * @param types that the code names as types, arrays by the type of their elements
 * @param members of types that the code uses
 */
record ClassFile(
    List<String> supertypes,
    Set<String> texts,
    Set<String> strings,
    Set<String> types,
    Set<Member> members) {

  /** A method or field as the code that uses it names it: the owner may only have inherited it. */
  record Member(String owner, String name, String descriptor) {}

  /**
   * Parses the bytes of a class file as ASM has written them.
   *
   * @throws IOException if they are none
   */
  static ClassFile of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipNBytes(8);
    Pool pool = Pool.read(in);
    in.skipNBytes(4);
    List<String> supertypes = new ArrayList<>();
    int superclass = in.readUnsignedShort();
    if (superclass != 0) {
      supertypes.add(pool.nameAt(superclass));
    }
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      supertypes.add(pool.nameAt(in.readUnsignedShort()));
    }
    return new ClassFile(supertypes, pool.texts(), pool.strings(), pool.types(), pool.members());
  }

  /** The constant pool, as the Java Virtual Machine Specification lays it out in section 4.4. */
  private record Pool(int[] tags, int[] first, int[] second, String[] text) {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;

    static Pool read(DataInputStream in) throws IOException {
      int count = in.readUnsignedShort();
      Pool pool = new Pool(new int[count], new int[count], new int[count], new String[count]);
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        pool.tags[i] = tag;
        switch (tag) {
          case UTF8 -> pool.text[i] = in.readUTF();
          case 3, 4 -> in.skipNBytes(4); // int, float
          case 5, 6 -> { // long, double: they take two places
            in.skipNBytes(8);
            i++;
          }
          case CLASS, STRING, 16, 19, 20 -> pool.first[i] = in.readUnsignedShort();
          case FIELD, 10, INTERFACE_METHOD, 12, 17, 18 -> {
            pool.first[i] = in.readUnsignedShort();
            pool.second[i] = in.readUnsignedShort();
          }
          case 15 -> in.skipNBytes(3); // a method handle, whose method has its own entry
          default -> throw new IOException("a constant of the unknown kind " + tag);
        }
      }
      return pool;
    }

    String nameAt(int index) {
      return text[first[index]];
    }

    Set<String> texts() {
      Set<String> texts = new HashSet<>();
      for (int i = 1; i < tags.length; i++) {
        if (tags[i] == UTF8) {
          texts.add(text[i]);
        }
      }
      return texts;
    }

    Set<String> strings() {
      return named(STRING);
    }

    Set<String> types() {
      Set<String> types = new HashSet<>();
      for (String name : named(CLASS)) {
        int dimensions = name.lastIndexOf('[') + 1;
        boolean array = dimensions > 0;
        if (!array) {
          types.add(name);
        } else if (name.charAt(dimensions) == 'L') {
          types.add(name.substring(dimensions + 1, name.length() - 1));
        }
      }
      return types;
    }

    Set<Member> members() {
      Set<Member> members = new HashSet<>();
      for (int i = 1; i < tags.length; i++) {
        if (FIELD <= tags[i] && tags[i] <= INTERFACE_METHOD) {
          int nameAndType = second[i];
          members.add(
              new Member(nameAt(first[i]), text[first[nameAndType]], text[second[nameAndType]]));
        }
      }
      return members;
    }

    private Set<String> named(int tag) {
      Set<String> names = new HashSet<>();
      for (int i = 1; i < tags.length; i++) {
        if (tags[i] == tag) {
          names.add(nameAt(i));
        }
      }
      return names;
    }
  }
}
