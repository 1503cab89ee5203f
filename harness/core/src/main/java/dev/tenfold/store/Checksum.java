package dev.tenfold.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The last line of a run's file: the SHA-256 of all that stands before it. */
final class Checksum {
  private Checksum() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** The whole last line, which also ends the object that the file is; resets the digest. */
  static byte[] line(MessageDigest digest) {
    String hex = HexFormat.of().formatHex(digest.digest());
    return "  \"sha256\": \"%s\"}\n".formatted(hex).getBytes(StandardCharsets.US_ASCII);
  }
}
