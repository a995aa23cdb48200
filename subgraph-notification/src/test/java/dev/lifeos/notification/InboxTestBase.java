package dev.lifeos.notification;

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
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the tests of this subgraph share: two people, and short words for what they do. */
@SubgraphTest
public abstract class InboxTestBase {

  protected static final String NOTIFICATION =
      "id topic title message priority createdAt seenAt readAt archivedAt"
          + " subject { __typename ... on Transaction { id } ... on Account { id }"
          + " ... on Vital { id } ... on Course { id } }";
  protected static final String COUNTS = "counts { total unseen unread archived }";

  // More would wait for a database connection longer than the service lets them.
  private static final int AT_ONCE = 16;

  private static final String SEND =
      """
      mutation ($input: SendNotificationInput!) {
        sendNotification(input: $input) { notification { %s } errors { code message path } }
      }
      """
          .formatted(NOTIFICATION);

  @Autowired protected Graph graph;
  @Autowired protected SqlCount sql;
  @Autowired protected JdbcClient jdbc;

  protected final UUID ann = UUID.randomUUID();
  protected final UUID bob = UUID.randomUUID();

  protected static Map<String, Object> notification(UUID person, String title) {
    return Map.of("userId", person, "topic", "FINANCE", "title", title, "message", "What happened");
  }

  protected static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
    var changed = new HashMap<>(input);
    changed.put(name, value);
    return changed;
  }

  protected Answer tryToSend(String token, Map<String, Object> input) {
    return graph.as(token).send(SEND, Map.of("input", input));
  }

  /** What the mutation answers to a service. */
  protected JsonNode payload(Map<String, Object> input) {
    return tryToSend(Tokens.service("finance"), input).ok().at("sendNotification");
  }

  protected JsonNode send(Map<String, Object> input) {
    var payload = payload(input);
    if (!payload.path("errors").isEmpty()) {
      throw new AssertionError(payload.toString());
    }
    return payload.path("notification");
  }

  /** Sends one, and returns its id. */
  protected String send(UUID person, String title) {
    return send(notification(person, title)).path("id").asString();
  }

  protected List<String> sendMany(UUID person, int count) {
    return IntStream.range(0, count).mapToObj(n -> send(person, "Number " + n)).toList();
  }

  /** What {@code markSeen}, {@code markRead}, {@code archive} or {@code unarchive} answers. */
  protected JsonNode mark(UUID person, String mutation, List<String> ids) {
    var document =
        "mutation ($input: MarkNotificationsInput!) { %s(input: $input) { notifications { %s } %s errors { code path } } }"
            .formatted(mutation, NOTIFICATION, COUNTS);
    return graph
        .as(Tokens.person(person))
        .send(document, Map.of("input", Map.of("ids", ids)))
        .ok()
        .at(mutation);
  }

  protected JsonNode markAllRead(UUID person, Map<String, Object> input) {
    var document =
        "mutation ($input: MarkAllReadInput!) { markAllRead(input: $input) { marked %s errors { code } } }"
            .formatted(COUNTS);
    return graph
        .as(Tokens.person(person))
        .send(document, Map.of("input", input))
        .ok()
        .at("markAllRead");
  }

  /** A field of the person, asked for by that person as the router asks. */
  protected JsonNode of(UUID person, String selection) {
    return graph
        .as(Tokens.person(person))
        .entities("User", List.of(Map.of("id", person)), selection)
        .ok()
        .at("_entities.0");
  }

  /** The titles of a page, in order. */
  protected List<String> titles(UUID person, String arguments) {
    var page = of(person, "notifications" + arguments + " { edges { node { title } } }");
    return texts(page.at("/notifications/edges"), "/node/title");
  }

  /** The counts as `total unseen unread archived`. */
  protected String counts(UUID person) {
    var counts = of(person, "notificationCounts { total unseen unread archived }");
    return numbers(counts.path("notificationCounts"));
  }

  protected static String numbers(JsonNode counts) {
    return "%s %s %s %s"
        .formatted(
            counts.path("total"),
            counts.path("unseen"),
            counts.path("unread"),
            counts.path("archived"));
  }

  /** The counts, counted. */
  protected String counted(UUID person) {
    return jdbc.sql(
            """
            SELECT concat_ws(' ', count(*) FILTER (WHERE archived_at IS NULL),
              count(*) FILTER (WHERE archived_at IS NULL AND seen_at IS NULL),
              count(*) FILTER (WHERE archived_at IS NULL AND read_at IS NULL),
              count(*) FILTER (WHERE archived_at IS NOT NULL))
            FROM notification WHERE user_id = :person
            """)
        .param("person", person)
        .query(String.class)
        .single();
  }

  protected static List<String> texts(Iterable<JsonNode> nodes, String pointer) {
    var texts = new ArrayList<String>();
    nodes.forEach(node -> texts.add(node.at(pointer).asString()));
    return texts;
  }

  /** The errors of a payload, each as its code and path. */
  protected static List<String> errors(JsonNode payload) {
    var errors = new ArrayList<String>();
    for (var error : payload.path("errors")) {
      var path = new ArrayList<String>();
      error.path("path").forEach(step -> path.add(step.asString()));
      errors.add(error.path("code").asString() + " " + String.join(".", path));
    }
    return errors;
  }

  /** Carries all of these out at the same time. */
  protected static <T> List<T> atOnce(List<Callable<T>> requests) throws Exception {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var results = new ArrayList<T>();
      for (var done : threads.invokeAll(requests)) {
        results.add(done.get());
      }
      return results;
    }
  }
}
