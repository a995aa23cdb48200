package dev.lifeos.finance;

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
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What the tests of this subgraph share: two people, and short words for what they do. */
@SubgraphTest
@Import(FixedClock.class)
public abstract class FinanceTest {

  protected static final String MONEY = "{ amount currency }";
  protected static final String ACCOUNT =
      """
      id name type institution mask currency balance { amount currency } openingBalance { amount }
      openedOn createdAt closedAt
      """;
  protected static final String TRANSACTION =
      """
      id account { id } amount { amount currency } date description merchantName
      category { id code name kind } status tags notes createdAt updatedAt
      """;

  @Autowired protected Graph graph;
  @Autowired protected SqlCount sql;

  protected final UUID ann = UUID.randomUUID();
  protected final UUID bob = UUID.randomUUID();

  /** Carries out a mutation that takes an input, and returns its payload. */
  protected JsonNode mutate(
      UUID person, String mutation, String selection, Map<String, Object> input) {
    return answer(person, mutation, selection, input).ok().at(mutation);
  }

  protected Answer answer(
      UUID person, String mutation, String selection, Map<String, Object> input) {
    var type = mutation.substring(0, 1).toUpperCase() + mutation.substring(1) + "Input";
    var document =
        "mutation ($input: %s!) { %s(input: $input) { %s errors { code message path } } }"
            .formatted(type, mutation, selection);
    return graph.as(Tokens.person(person)).send(document, Map.of("input", input));
  }

  /** Opens an account, and returns its id. */
  protected String open(UUID person, String type, String currency, String balance) {
    return open(person, Map.of("type", type, "currency", currency, "openingBalance", balance));
  }

  protected String open(UUID person, Map<String, Object> account) {
    var input = new HashMap<>(account);
    input.putIfAbsent("name", "Account");
    input.putIfAbsent("type", "CHECKING");
    return done(mutate(person, "createManualAccount", "account { id }", input))
        .at("/account/id")
        .asString();
  }

  /** Records them all, and returns them. */
  protected List<JsonNode> record(UUID person, List<Map<String, Object>> transactions) {
    var payload =
        done(
            mutate(
                person,
                "recordTransactions",
                "transactions { %s }".formatted(TRANSACTION),
                Map.of("transactions", transactions)));
    return list(payload.path("transactions"));
  }

  /** Records one, and returns it. */
  protected JsonNode record(UUID person, Map<String, Object> transaction) {
    return record(person, List.of(transaction)).getFirst();
  }

  protected static Map<String, Object> transaction(String account, Object amount, String date) {
    return Map.of("accountId", account, "amount", amount, "date", date, "description", "Something");
  }

  protected static Map<String, Object> transaction(
      String account, Object amount, String date, String category) {
    return with(transaction(account, amount, date), "category", category);
  }

  protected static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    var changed = new HashMap<>(map);
    changed.put(name, value);
    return changed;
  }

  /** A field of the person, asked for by that person as the router asks. */
  protected JsonNode of(UUID person, String selection) {
    return user(person, "Europe/Berlin", selection).ok().at("_entities.0");
  }

  protected Answer user(UUID person, String zone, String selection) {
    return graph
        .as(Tokens.person(person))
        .entities("User", List.of(Map.of("id", person, "timeZone", zone)), selection);
  }

  /** Many people, asked for by a service. */
  protected Answer users(List<UUID> people, String selection) {
    var keys =
        people.stream()
            .map(person -> Map.<String, Object>of("id", person, "timeZone", "Europe/Berlin"))
            .toList();
    return graph.as(Tokens.service("notification")).entities("User", keys, selection);
  }

  protected String balance(UUID person, String account) {
    for (var found :
        of(person, "accounts(includeClosed: true) { id balance { amount } }").path("accounts")) {
      if (found.path("id").asString().equals(account)) {
        return found.at("/balance/amount").asString();
      }
    }
    throw new AssertionError("There is no such account.");
  }

  /** All of a person's transactions, newest first. */
  protected List<JsonNode> transactions(UUID person) {
    return nodes(
        of(person, "transactions(first: 100) { edges { node { %s } } }".formatted(TRANSACTION))
            .path("transactions"));
  }

  protected static List<JsonNode> nodes(JsonNode connection) {
    return list(connection.path("edges")).stream().map(edge -> edge.path("node")).toList();
  }

  protected static List<JsonNode> list(JsonNode nodes) {
    var list = new ArrayList<JsonNode>();
    nodes.forEach(list::add);
    return list;
  }

  /** A leaf of each node as text, by its JSON pointer. */
  protected static List<String> texts(Iterable<JsonNode> nodes, String pointer) {
    var texts = new ArrayList<String>();
    nodes.forEach(node -> texts.add(node.at(pointer).asString("null")));
    return texts;
  }

  /** The errors of a payload, each as its code and path. */
  protected static List<String> errors(JsonNode payload) {
    var errors = new ArrayList<String>();
    for (var error : payload.path("errors")) {
      var path = texts(list(error.path("path")), "");
      errors.add(error.path("code").asString() + " " + String.join(".", path));
    }
    return errors;
  }

  protected static JsonNode done(JsonNode payload) {
    if (!payload.path("errors").isEmpty()) {
      throw new AssertionError(payload.toString());
    }
    return payload;
  }

  /** Sends requests at the same time, and returns what each gave. */
  protected static <T> List<T> atOnce(List<Callable<T>> requests) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (var done : threads.invokeAll(requests)) {
        results.add(done.get());
      }
      return results;
    }
  }
}
