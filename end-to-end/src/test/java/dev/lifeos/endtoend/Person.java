package dev.lifeos.endtoend;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person who is logged in.
 *
 * @param graph a client with their token, at the gateway where they logged in
 */
record Person(String id, String token, String refreshToken, Graph graph) {

  private static final String PASSWORD = "correct-horse-battery-staple-7";
  private static final String SESSION =
      "{ user { id } session { accessToken refreshToken } errors { code message path } }";

  /** Registers somebody new at that gateway, who follows the link of the mail that comes. */
  static Person register(Graph gateway) {
    var email = UUID.randomUUID() + "@example.org";
    var input =
        Map.of(
            "email",
            email,
            "password",
            PASSWORD,
            "fullName",
            "Ann Example",
            "timeZone",
            "Europe/Berlin");
    var document =
        "mutation ($input: RegisterUserInput!) { registerUser(input: $input) { errors { code message path } } }";
    var answer = gateway.send(document, Map.of("input", input)).ok();
    if (!answer.list("registerUser.errors").isEmpty()) {
      throw new AssertionError(answer.body());
    }
    var token = Platform.shared().mailBox().verification(email);
    var answered = Map.of("token", token, "password", PASSWORD);
    return session(gateway, "verifyEmail", "VerifyEmailInput", answered);
  }

  /** Logs the administrator in that {@code up} has made. */
  static Person administrator(Platform platform, Graph gateway) {
    var input =
        Map.of("email", "admin@lifeos.local", "password", platform.secret("admin.password"));
    return session(gateway, "login", "LoginInput", input);
  }

  private static Person session(Graph gateway, String field, String type, Map<String, ?> input) {
    var document =
        "mutation ($input: " + type + "!) { " + field + "(input: $input) " + SESSION + " }";
    var answer = gateway.send(document, Map.of("input", input)).ok();
    if (answer.data(field + ".user.id") == null) {
      throw new AssertionError(answer.body());
    }
    var token = String.valueOf(answer.data(field + ".session.accessToken"));
    return new Person(
        String.valueOf(answer.data(field + ".user.id")),
        token,
        String.valueOf(answer.data(field + ".session.refreshToken")),
        gateway.as(token));
  }

  /** The same person at another place. */
  Person at(Graph other) {
    return new Person(id, token, refreshToken, other.as(token));
  }

  /** A mutation with one input. Its mistakes fail the test. */
  Answer change(String field, Map<String, ?> input, String selection) {
    var type =
        field.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + field.substring(1) + "Input";
    var document =
        "mutation ($input: %s!) { %s(input: $input) { %s errors { code message path } } }"
            .formatted(type, field, selection);
    var answer = graph.send(document, Map.of("input", input)).ok();
    if (!answer.list(field + ".errors").isEmpty()) {
      throw new AssertionError(answer.body());
    }
    return answer;
  }

  /**
   * Gives this person one item of everything that the dashboard shows; the notification comes from
   * the administrator.
   */
  Person withOneOfEverything(Person administrator) {
    var vital = Map.of("type", "HEART_RATE", "value", "61", "recordedAt", "2026-03-01T08:00:00Z");
    change("recordVitals", Map.of("vitals", List.of(vital)), "vitals { id }");
    var account =
        change(
                "createManualAccount",
                Map.of("name", "Giro", "type", "CHECKING", "currency", "EUR"),
                "account { id }")
            .data("createManualAccount.account.id");
    var purchase =
        Map.of(
            "accountId", String.valueOf(account),
            "amount", "-12.50",
            "date", "2026-03-01",
            "description", "Coffee beans",
            "merchantName", "Roastery");
    change("recordTransaction", purchase, "transaction { id }");
    var course = graph.send("{ courses(first: 1) { edges { node { id } } } }").ok();
    var courseId = String.valueOf(course.data("courses.edges.0.node.id"));
    change("enroll", Map.of("courseId", courseId), "progress { id }");
    administrator.change(
        "sendNotification",
        Map.of("userId", id, "topic", "SYSTEM", "title", "Welcome", "message", "Good to have you."),
        "notification { id }");
    return this;
  }
}
