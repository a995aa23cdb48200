package dev.lifeos.sample;

import dev.lifeos.test.ComposedSchema;
import dev.lifeos.test.SubgraphContract;
import dev.lifeos.test.Tokens;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

class SampleContractTest extends SubgraphContract {

  @Override
  protected String composed() {
    return ComposedSchema.ofFolder(Path.of("src/test/resources/schema"));
  }

  @Override
  protected Map<String, String> records(UUID owner) {
    var written =
        graph
            .as(Tokens.person(owner))
            .send(
                "mutation { writeNotes(input: { notes: [{ text: \"mine\" }] }) { notes { id } } }")
            .ok();
    return Map.of(
        "Note",
        String.valueOf(written.data("writeNotes.notes.0.id")),
        "Place",
        "00000000-0000-7000-8000-000000000001");
  }
}
