package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * A certificate for the loopback address that has signed itself, with its key: ECDSA on P-256.
 *
 * <p>It is made by keytool, in a process of its own, because the JDK has no public API that makes
 * one. Made anew each time, it cannot expire in a repository, and its key is worth nothing.
 */
final class SelfSigned {
  static final char[] PASSWORD = "tenfold".toCharArray();

  private SelfSigned() {}

  /** A key store, protected by {@link #PASSWORD}; its file is gone already. */
  static KeyStore make() throws IOException, GeneralSecurityException, InterruptedException {
    Path folder = Files.createTempDirectory("tenfold-tls");
    Path file = folder.resolve("identity.p12");
    try {
      write(file);
      return KeyStore.getInstance(file.toFile(), PASSWORD);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static void write(Path file) throws IOException, InterruptedException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "tenfold",
                "-dname",
                "CN=tenfold",
                "-ext",
                "san=ip:" + Loopback.HOST,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "No certificate for TLS could be made. Try %s yourself; it said: %s"
              .formatted(keytool, said));
    }
  }
}
