package dev.lifeos.learning.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue that comes with LifeOS: one file a course. */
@Component
class CatalogueFiles {

  private final ResourcePatternResolver resources;
  private final JsonMapper json;

  CatalogueFiles(ResourcePatternResolver resources, JsonMapper json) {
    this.resources = resources;
    this.json = json;
  }

  List<CatalogueCourse> read() {
    try {
      return Arrays.stream(resources.getResources("classpath:catalogue/*.yml"))
          .map(this::course)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private CatalogueCourse course(Resource file) {
    try (var text = file.getInputStream()) {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return json.convertValue(tree, CatalogueCourse.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
