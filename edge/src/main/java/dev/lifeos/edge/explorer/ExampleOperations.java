package dev.lifeos.edge.explorer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The operations that the supergraph's tests keep valid, for people to try. */
@Component
class ExampleOperations {

  private static final String FOLDER = "/operations/";
  private static final String ENDING = ".graphql";
  private static final String PLACE = "classpath*:operations/**/*" + ENDING;
  private static final String FIRST = "dashboard";

  private final List<Example> examples;

  ExampleOperations() throws IOException {
    examples =
        Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PLACE))
            .map(ExampleOperations::read)
            .sorted(
                Comparator.comparing((Example example) -> !example.name().equals(FIRST))
                    .thenComparing(Example::name))
            .toList();
  }

  List<Example> all() {
    return examples;
  }

  private static Example read(Resource file) {
    try {
      var path = file.getURL().getPath();
      var name =
          path.substring(
              path.lastIndexOf(FOLDER) + FOLDER.length(), path.length() - ENDING.length());
      return new Example(name, file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /**
   * One file of operations.
   *
   * @param name the file's, with its folder, e.g. {@code health/vitals}
   * @param query the document
   */
  record Example(String name, String query) {}
}
