package dev.lifeos.health;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import dev.lifeos.test.SqlCount;
import dev.lifeos.test.SubgraphTest;
import dev.lifeos.test.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the tests of this subgraph share: two people, and short words for what they do. */
@SubgraphTest
public abstract class HealthTest {

  protected static final String VITAL =
      "id type value unit source recordedAt endedAt utcOffsetMinutes metadata updatedAt";

  private static final String RECORD =
      """
      mutation ($input: RecordVitalsInput!) {
        recordVitals(input: $input) {
          vitals { %s } recorded updated errors { code message path }
        }
      }
      """
          .formatted(VITAL);

  @Autowired protected Graph graph;
  @Autowired protected SqlCount sql;

  protected final UUID ann = UUID.randomUUID();
  protected final UUID bob = UUID.randomUUID();

  protected Answer send(UUID person, String document, Map<String, Object> variables) {
    return graph.as(Tokens.person(person)).send(document, variables);
  }

  protected Answer tryToRecord(UUID person, List<Map<String, Object>> vitals) {
    return send(person, RECORD, Map.of("input", Map.of("vitals", vitals)));
  }

  protected Answer tryToRecord(UUID person, String key, List<Map<String, Object>> vitals) {
    return send(person, RECORD, Map.of("input", Map.of("vitals", vitals, "idempotencyKey", key)));
  }

  /** Records them all, and returns the payload. */
  protected JsonNode record(UUID person, List<Map<String, Object>> vitals) {
    var payload = tryToRecord(person, vitals).ok().at("recordVitals");
    if (!payload.path("errors").isEmpty()) {
      throw new AssertionError(payload.toString());
    }
    return payload;
  }

  /** Records one, and returns it. */
  protected JsonNode record(UUID person, Map<String, Object> vital) {
    return record(person, List.of(vital)).path("vitals").path(0);
  }

  protected static Map<String, Object> vital(String type, Object value, String recordedAt) {
    return Map.of("type", type, "value", value, "recordedAt", recordedAt);
  }

  protected static Map<String, Object> with(Map<String, Object> vital, String name, Object value) {
    var changed = new HashMap<>(vital);
    changed.put(name, value);
    return changed;
  }

  /** A field of the person, asked for by that person as the router asks. */
  protected JsonNode of(UUID person, String selection) {
    return graph
        .as(Tokens.person(person))
        .entities("User", List.of(Map.of("id", person)), selection)
        .ok()
        .at("_entities.0");
  }

  /** All of a person's vitals, newest first. */
  protected List<JsonNode> vitals(UUID person) {
    return nodes(
        of(person, "vitals(first: 100) { edges { node { " + VITAL + " } } }").path("vitals"));
  }

  protected static List<JsonNode> nodes(JsonNode connection) {
    var nodes = new ArrayList<JsonNode>();
    connection.path("edges").forEach(edge -> nodes.add(edge.path("node")));
    return nodes;
  }

  protected static List<String> texts(Iterable<JsonNode> nodes, String field) {
    var texts = new ArrayList<String>();
    nodes.forEach(
        node -> texts.add(node.path(field).isNull() ? "null" : node.path(field).asString()));
    return texts;
  }

  /** Carries all of these out at the same time. */
  protected static List<JsonNode> atOnce(List<Callable<JsonNode>> requests) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var payloads = new ArrayList<JsonNode>();
      for (var done : threads.invokeAll(requests)) {
        payloads.add(done.get());
      }
      return payloads;
    }
  }

  /** The errors of a payload, each as its code and path. */
  protected static List<String> errors(JsonNode payload) {
    var errors = new ArrayList<String>();
    for (var error : payload.path("errors")) {
      errors.add(error.path("code").asString() + " " + path(error));
    }
    return errors;
  }

  private static String path(JsonNode error) {
    var path = new ArrayList<String>();
    error.path("path").forEach(step -> path.add(step.asString()));
    return String.join(".", path);
  }
}
