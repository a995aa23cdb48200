package dev.lifeos.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.notification.InboxTestBase;
import dev.lifeos.test.Tokens;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SendNotificationTest extends InboxTestBase {

  @Test
  void whatAServiceSendsIsInTheInbox() {
    var sent = send(with(notification(ann, "Salary"), "priority", "HIGH"));

    var found =
        of(ann, "notifications { edges { node { " + NOTIFICATION + " } } }")
            .at("/notifications/edges/0/node");
    assertThat(found).isEqualTo(sent);
    assertThat(found.path("topic").asString()).isEqualTo("FINANCE");
    assertThat(found.path("priority").asString()).isEqualTo("HIGH");
    assertThat(found.path("message").asString()).isEqualTo("What happened");
    assertThat(found.path("seenAt").isNull()).isTrue();
    assertThat(counts(ann)).isEqualTo("1 1 1 0");
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSACTION, Transaction",
    "ACCOUNT, Account",
    "VITAL, Vital",
    "COURSE, Course",
  })
  void aNotificationPointsToAnEntityOfAnotherSubgraph(String type, String typename) {
    var id = UUID.randomUUID().toString();
    var subject = Map.of("type", type, "id", id);

    var sent = send(with(notification(ann, "Look"), "subject", subject)).path("subject");

    assertThat(sent.path("__typename").asString()).isEqualTo(typename);
    assertThat(sent.path("id").asString()).isEqualTo(id);
    var found =
        of(ann, "notifications { edges { node { subject { ... on " + typename + " { id } } } } }");
    assertThat(found.at("/notifications/edges/0/node/subject/id").asString()).isEqualTo(id);
  }

  static Stream<List<Object>> badInput() {
    return Stream.of(
        List.of("title", "", "REQUIRED"),
        List.of("title", " \n", "REQUIRED"),
        List.of("title", "x".repeat(141), "TOO_LONG"),
        List.of("title", "a\0b", "INVALID"),
        List.of("message", "", "REQUIRED"),
        List.of("message", "x".repeat(2001), "TOO_LONG"),
        List.of("message", "a\0b", "INVALID"),
        List.of("userId", "no-id", "NOT_FOUND"),
        List.of("idempotencyKey", "", "INVALID"),
        List.of("idempotencyKey", " ", "INVALID"),
        List.of("idempotencyKey", "two words", "INVALID"),
        List.of("idempotencyKey", "x".repeat(101), "INVALID"));
  }

  @ParameterizedTest
  @MethodSource("badInput")
  void badInputIsDataWithCodeAndPath(List<Object> bad) {
    var payload = payload(with(notification(ann, "Hello"), (String) bad.get(0), bad.get(1)));

    assertThat(errors(payload)).contains(bad.get(2) + " input." + bad.get(0));
    assertThat(payload.path("notification").isNull()).isTrue();
    assertThat(counts(ann)).isEqualTo("0 0 0 0");
  }

  @Test
  void aSubjectThatIsNoIdIsNotFound() {
    var subject = Map.of("type", "VITAL", "id", "no-id");

    assertThat(errors(payload(with(notification(ann, "Hello"), "subject", subject))))
        .containsExactly("NOT_FOUND input.subject.id");
  }

  @Test
  void textsAreAcceptedUpToTheirLimit() {
    var longest = with(notification(ann, "ü".repeat(140)), "message", "ü\n".repeat(1000));

    assertThat(send(longest).path("message").asString()).hasSize(2000);
  }

  static Stream<Map.Entry<String, Object>> unreadable() {
    return Stream.of(
        Map.entry("topic", "WEATHER"),
        Map.entry("priority", "EXTREME"),
        Map.entry("subject", Map.of("type", "VITAL")),
        Map.entry("colour", "red"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatTheSchemaDoesNotAllowIsATypedError(Map.Entry<String, Object> bad) {
    var input = with(notification(ann, "Hello"), bad.getKey(), bad.getValue());

    var answer = tryToSend(Tokens.service("finance"), input);

    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void anAdministratorMaySendAndAnOrdinaryPersonMayNot() {
    var input = notification(ann, "Maintenance tonight");

    assertThat(tryToSend(Tokens.person(ann), input).firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(
            graph
                .anonymous()
                .send("mutation { markSeen(input: {ids: []}) { errors { code } } }")
                .firstErrorCode())
        .isEqualTo("UNAUTHENTICATED");
    assertThat(counts(ann)).isEqualTo("0 0 0 0");
    tryToSend(Tokens.admin(bob), input).ok();
    assertThat(counts(ann)).isEqualTo("1 1 1 0");
  }

  @Test
  void aRepetitionUnderTheSameKeySendsNothing() {
    var input = with(notification(ann, "Salary"), "idempotencyKey", "salary-2026-03");
    var first = send(input);

    assertThat(send(input)).isEqualTo(first);
    assertThat(errors(payload(with(input, "title", "Other"))))
        .containsExactly("CONFLICT input.idempotencyKey");
    assertThat(send(with(input, "userId", bob)).path("id")).isNotEqualTo(first.path("id"));
    assertThat(counts(ann)).isEqualTo("1 1 1 0");
  }

  @Test
  void theSameKeyManyTimesAtOnceSendsOnce() throws Exception {
    var input = with(notification(ann, "Salary"), "idempotencyKey", "at-once");
    Callable<JsonNode> request = () -> send(input).path("id");

    var ids = atOnce(Collections.nCopies(20, request));

    assertThat(Map.of("ids", ids.stream().distinct().count())).containsValue(1L);
    assertThat(counts(ann)).isEqualTo("1 1 1 0");
    assertThat(events()).isEqualTo(1);
  }

  private int events() {
    return jdbc.sql("SELECT count(*) FROM notification_event WHERE user_id = :ann")
        .param("ann", ann)
        .query(Integer.class)
        .single();
  }
}
