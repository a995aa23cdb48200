package dev.lifeos.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The GraphQL documents that the launcher sends: {@code /demo/*.graphql}. */
public final class Documents {
  private Documents() {}

  /** The text of a document. */
  public static String text(String name) {
    try (InputStream in = Documents.class.getResourceAsStream("/demo/" + name + ".graphql")) {
      if (in == null) {
        throw new IllegalArgumentException("no document " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a document on one line. */
  public static String line(String name) {
    return text(name).strip().replaceAll("\\s+", " ");
  }
}
