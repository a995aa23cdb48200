package dev.lifeos.sample;

import dev.lifeos.test.ComposedSchema;
import dev.lifeos.test.SubgraphContract;
import java.nio.file.Path;

class SampleContractTest extends SubgraphContract {

  @Override
  protected String composed() {
    return ComposedSchema.ofFolder(Path.of("src/test/resources/schema"));
  }
}
