package dev.lifeos.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;

/**
 * The files a subgraph's schema is composed of, as {@code supergraph/supergraph.yaml} lists them.
 */
public final class ComposedSchema {

  private static final Path LIST = Path.of("supergraph", "supergraph.yaml");

  private ComposedSchema() {}

  /** The schema that is composed as that subgraph. */
  public static String of(String subgraph) {
    return text(paths(child(child(list(), "subgraphs"), subgraph).get("schema"), subgraph));
  }

  /** The schema of a subgraph that is not in the list: its own folder and what all share. */
  public static String ofFolder(Path folder) {
    return text(Stream.of(folder.toAbsolutePath()));
  }

  private static String text(Stream<Path> own) {
    return Stream.concat(paths(list().get("shared"), "shared"), own)
        .flatMap(ComposedSchema::files)
        .map(ComposedSchema::read)
        .collect(Collectors.joining("\n"));
  }

  private static Map<?, ?> list() {
    var yaml = new YamlMapFactoryBean();
    yaml.setResources(new FileSystemResource(file()));
    var list = yaml.getObject();
    return list == null ? Map.of() : list;
  }

  private static Map<?, ?> child(Map<?, ?> parent, String name) {
    if (parent.get(name) instanceof Map<?, ?> found) {
      return found;
    }
    throw new IllegalStateException(LIST + " does not name " + name);
  }

  private static Stream<Path> paths(@Nullable Object listed, String name) {
    if (listed instanceof List<?> names && !names.isEmpty()) {
      return names.stream().map(path -> file().resolveSibling(path.toString()).normalize());
    }
    throw new IllegalStateException(LIST + " names no schema of " + name);
  }

  private static Path file() {
    return root().resolve(LIST);
  }

  /** The folder of the repository. */
  static Path root() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(LIST))) {
        return folder;
      }
    }
    throw new IllegalStateException("There is no " + LIST + " above this folder");
  }

  private static Stream<Path> files(Path path) {
    try (var found = Files.walk(path)) {
      return found
          .filter(each -> each.equals(path) || each.toString().endsWith(".graphqls"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
