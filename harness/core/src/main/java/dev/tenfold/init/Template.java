package dev.tenfold.init;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The texts that a project gets; what stands between two {@code @} is filled in. */
enum Template {
  PLUGIN("plugin.xml"),
  CONFIGURATION("tenfold.yaml"),
  GATE("tenfold.yml"),
  COMMENT("tenfold-comment.yml");

  private final String resource;

  Template(String resource) {
    this.resource = resource;
  }

  String text() {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
