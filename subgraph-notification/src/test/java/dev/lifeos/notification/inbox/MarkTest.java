package dev.lifeos.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.notification.InboxTestBase;
import dev.lifeos.test.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest extends InboxTestBase {

  @Test
  void seenThenReadThenArchivedThenBack() {
    var ids = sendMany(ann, 3);

    assertThat(numbers(mark(ann, "markSeen", ids.subList(0, 2)).path("counts")))
        .isEqualTo("3 1 3 0");
    assertThat(numbers(mark(ann, "markRead", ids.subList(0, 1)).path("counts")))
        .isEqualTo("3 1 2 0");
    assertThat(numbers(mark(ann, "archive", ids).path("counts"))).isEqualTo("0 0 0 3");
    assertThat(titles(ann, "")).isEmpty();
    assertThat(titles(ann, "(filter: {archived: true})")).hasSize(3);
    assertThat(numbers(mark(ann, "unarchive", ids).path("counts"))).isEqualTo("3 1 2 0");
    assertThat(counts(ann)).isEqualTo("3 1 2 0").isEqualTo(counted(ann));
  }

  @Test
  void readImpliesSeen() {
    var read = mark(ann, "markRead", sendMany(ann, 1)).at("/notifications/0");

    assertThat(read.path("seenAt").isNull()).isFalse();
    assertThat(read.path("readAt")).isEqualTo(read.path("seenAt"));
  }

  @Test
  void notificationsAnswerInTheOrderOfTheIdsEachOnce() {
    var ids = sendMany(ann, 3);
    var asked = List.of(ids.get(2), ids.get(0), ids.get(2));

    var marked = mark(ann, "markSeen", asked).path("notifications");

    assertThat(texts(marked, "/id")).containsExactly(ids.get(2), ids.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"markSeen", "markRead", "archive", "unarchive"})
  void markingAgainChangesNothing(String mutation) {
    var ids = sendMany(ann, 2);
    var first = mark(ann, mutation, ids);
    var events = events(ann);

    assertThat(mark(ann, mutation, ids)).isEqualTo(first);
    assertThat(events(ann)).isEqualTo(events);
  }

  @ParameterizedTest
  @ValueSource(strings = {"markSeen", "markRead", "archive", "unarchive"})
  void somebodyElsesAndUnknownIdsAreNotFoundAndNothingChanges(String mutation) {
    var mine = send(ann, "Mine");
    var theirs = send(bob, "Theirs");
    var ids = List.of(mine, theirs, UUID.randomUUID().toString());

    var payload = mark(ann, mutation, ids);

    assertThat(errors(payload)).containsExactly("NOT_FOUND input.ids.1", "NOT_FOUND input.ids.2");
    assertThat(errors(mark(ann, mutation, List.of(mine, "no-id"))))
        .containsExactly("NOT_FOUND input.ids.1");
    assertThat(payload.path("notifications").isNull()).isTrue();
    assertThat(payload.path("counts").isNull()).isTrue();
    assertThat(counts(ann)).isEqualTo("1 1 1 0");
    assertThat(counts(bob)).isEqualTo("1 1 1 0");
    assertThat(events(ann)).isEqualTo(1);
  }

  @Test
  void theNumberOfIdsIsBounded() {
    var many = Stream.generate(() -> UUID.randomUUID().toString()).limit(501).toList();

    assertThat(errors(mark(ann, "markRead", List.of()))).containsExactly("REQUIRED input.ids");
    assertThat(errors(mark(ann, "markRead", many))).containsExactly("TOO_MANY input.ids");
    assertThat(errors(mark(ann, "markRead", many.subList(0, 500)))).hasSize(100);
  }

  @Test
  void allAreReadAtOnce() {
    var ids = sendMany(ann, 4);
    mark(ann, "markSeen", ids.subList(0, 1));
    mark(ann, "markRead", ids.subList(1, 2));
    mark(ann, "archive", ids.subList(2, 3));

    var payload = markAllRead(ann, Map.of());

    assertThat(payload.path("marked").asInt()).isEqualTo(2);
    assertThat(numbers(payload.path("counts"))).isEqualTo("3 0 0 1").isEqualTo(counted(ann));
    assertThat(markAllRead(ann, Map.of()).path("marked").asInt()).isZero();
  }

  @Test
  void allOfSomeTopicsAndBeforeATimeAreRead() {
    send(with(notification(ann, "Course"), "topic", "LEARNING"));
    var money = send(notification(ann, "Money"));
    send(with(notification(ann, "Key"), "topic", "SECURITY"));
    send(with(notification(ann, "Course again"), "topic", "LEARNING"));
    var before =
        Map.<String, Object>of(
            "topics", List.of("LEARNING", "FINANCE"), "before", money.path("createdAt").asString());

    assertThat(markAllRead(ann, before).path("marked").asInt()).isEqualTo(1);
    assertThat(titles(ann, "(filter: {unreadOnly: true})"))
        .containsExactly("Course again", "Key", "Money");
    assertThat(markAllRead(ann, Map.of("topics", List.of("LEARNING"))).path("marked").asInt())
        .isEqualTo(1);
    assertThat(titles(ann, "(filter: {unreadOnly: true})")).containsExactly("Key", "Money");
  }

  @Test
  void readingTakesTheScopeToWrite() {
    var readOnly = graph.as(Tokens.person(ann, "notification:read"));

    var answer = readOnly.send("mutation { markAllRead(input: {}) { marked } }");

    assertThat(answer.firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  @Test
  void aServiceMarksNothing() {
    var service = graph.as(Tokens.service("finance"));

    var answer = service.send("mutation { markAllRead(input: {}) { marked } }");

    assertThat(answer.firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  private int events(UUID person) {
    return jdbc.sql("SELECT count(*) FROM notification_event WHERE user_id = :person")
        .param("person", person)
        .query(Integer.class)
        .single();
  }
}
