package dev.tenfold.bytecode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a jar that is yet to be written. */
record Jar(Map<String, byte[]> files) {

  Jar {
    files = new TreeMap<>(files);
  }

  Jar with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Jar with(String path, byte[] bytes) {
    Map<String, byte[]> more = new TreeMap<>(files);
    more.put(path, bytes);
    return new Jar(more);
  }

  Jar with(Map<String, byte[]> others) {
    Map<String, byte[]> more = new TreeMap<>(files);
    more.putAll(others);
    return new Jar(more);
  }

  Jar without(String path) {
    Map<String, byte[]> less = new TreeMap<>(files);
    if (less.remove(path) == null) {
      throw new IllegalArgumentException("There is no " + path);
    }
    return new Jar(less);
  }

  String text(String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  /**
   * Writes the jar.
   *
   * @param seed by which the order of the entries, their times and their compression are chosen
   */
  Path write(Path directory, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> paths = new ArrayList<>(files.keySet());
    Collections.shuffle(paths, random);
    Path path = Files.createTempFile(directory, "made", ".jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (String name : paths) {
        byte[] bytes = files.get(name);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(1_500_000_000_000L + random.nextInt(1_000_000) * 2000L);
        if (random.nextInt(4) == 0) {
          CRC32 crc = new CRC32();
          crc.update(bytes);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(bytes.length);
          entry.setCrc(crc.getValue());
        } else {
          zip.setLevel(1 + random.nextInt(9));
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    }
    return path;
  }
}
