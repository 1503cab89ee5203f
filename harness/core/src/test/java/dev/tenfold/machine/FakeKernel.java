package dev.tenfold.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine that tells what the test puts into its mouth, and nothing else. */
record FakeKernel(Path root) {

  FakeKernel tells(String file, String content) {
    return tells(file, content.getBytes(StandardCharsets.UTF_8));
  }

  FakeKernel tells(String file, byte[] content) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FakeKernel hides(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KernelFiles files() {
    return new KernelFiles(root);
  }
}
