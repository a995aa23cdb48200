package dev.lifeos.test;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A GraphQL response.
 *
 * @param status of HTTP
 * @param body as it was received
 */
public record Answer(int status, HttpHeaders headers, String body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** This answer, if it has no errors at all; else the test fails and shows it. */
  public Answer ok() {
    if (status != 200 || !errors().isEmpty()) {
      throw new AssertionError("Expected no errors, but got " + status + " " + body);
    }
    return this;
  }

  /** The whole body; missing when it is no JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  /**
   * A part of {@code data}.
   *
   * @param path names and indexes, e.g. {@code me.vitals.edges.0.node}
   */
  public JsonNode at(String path) {
    return json().at("/data/" + path.replace('.', '/'));
  }

  /** A leaf of {@code data} as text; null where it is null or missing. */
  public @Nullable String data(String path) {
    var node = at(path);
    return node.isNull() || node.isMissingNode() ? null : node.asString();
  }

  /** The items of a list in {@code data}. */
  public List<JsonNode> list(String path) {
    return StreamSupport.stream(at(path).spliterator(), false).toList();
  }

  /** The top-level errors. */
  public List<JsonNode> errors() {
    return StreamSupport.stream(json().path("errors").spliterator(), false).toList();
  }

  /** The first top-level error's {@code extensions.code}; null when there is no error. */
  public @Nullable String firstErrorCode() {
    var code = json().at("/errors/0/extensions/code");
    return code.isMissingNode() ? null : code.asString();
  }

  /** The codes of all top-level errors. */
  public List<String> errorCodes() {
    return errors().stream().map(error -> error.at("/extensions/code").asString()).toList();
  }
}
