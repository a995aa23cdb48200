package dev.lifeos.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.notification.InboxTestBase;
import dev.lifeos.test.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest extends InboxTestBase {

  @Test
  void pagesGoThroughTheWholeInboxNewestFirst() {
    sendMany(ann, 7);
    var seen = new ArrayList<String>();
    var after = "";
    do {
      var page =
          of(
                  ann,
                  "notifications(first: 3"
                      + after
                      + ") { edges { node { title } } pageInfo { hasNextPage endCursor } }")
              .path("notifications");
      seen.addAll(texts(page.path("edges"), "/node/title"));
      var info = page.path("pageInfo");
      after =
          info.path("hasNextPage").asBoolean()
              ? ", after: \"" + info.path("endCursor").asString() + "\""
              : "";
    } while (!after.isEmpty());

    var newestFirst = IntStream.range(0, 7).mapToObj(n -> "Number " + (6 - n)).toList();
    assertThat(seen).isEqualTo(newestFirst);
  }

  @Test
  void filtersNarrowTheListAndNotTheUnreadCount() {
    send(with(notification(ann, "Key"), "topic", "SECURITY"));
    send(with(notification(ann, "Urgent"), "priority", "URGENT"));
    mark(ann, "markRead", List.of(send(ann, "Read")));
    mark(ann, "archive", List.of(send(ann, "Away")));

    assertThat(titles(ann, "")).containsExactly("Read", "Urgent", "Key");
    assertThat(titles(ann, "(filter: {topics: [SECURITY, HEALTH]})")).containsExactly("Key");
    assertThat(titles(ann, "(filter: {priorities: [URGENT]})")).containsExactly("Urgent");
    assertThat(titles(ann, "(filter: {unreadOnly: true})")).containsExactly("Urgent", "Key");
    assertThat(titles(ann, "(filter: {archived: true})")).containsExactly("Away");
    assertThat(titles(ann, "(filter: {archived: true, unreadOnly: true})")).containsExactly("Away");
    assertThat(titles(ann, "(filter: {topics: []})")).isEmpty();
    var unread = of(ann, "notifications(first: 1, filter: {topics: [HEALTH]}) { unreadCount }");
    assertThat(unread.at("/notifications/unreadCount").asInt()).isEqualTo(2);
    assertThat(counts(ann)).isEqualTo("3 2 2 1").isEqualTo(counted(ann));
  }

  @Test
  void anEmptyInboxHasNothing() {
    var user =
        of(ann, "notifications { edges { cursor } unreadCount } notificationCounts { total }");

    assertThat(user.at("/notifications/edges")).isEmpty();
    assertThat(user.at("/notifications/unreadCount").asInt()).isZero();
    assertThat(user.at("/notificationCounts/total").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"first: 0", "first: 101", "after: \"garbage!\"", "after: \"Z2FyYmFnZQ\""})
  void badPagesAreRefused(String arguments) {
    var answer =
        graph
            .as(Tokens.person(ann))
            .entities("User", key(ann), "notifications(" + arguments + ") { edges { cursor } }");

    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void somebodyElsesNotificationIsAsIfItDidNotExist() {
    var id = UUID.fromString(send(ann, "Mine"));
    var unknown = UUID.randomUUID();

    var theirs = graph.as(Tokens.person(bob)).entities("Notification", key(id), "title").ok();
    var nothing = graph.as(Tokens.person(bob)).entities("Notification", key(unknown), "title").ok();
    var mine = graph.as(Tokens.person(ann)).entities("Notification", key(id), "title message").ok();

    assertThat(theirs.body()).isEqualTo(nothing.body());
    assertThat(theirs.at("_entities.0").isNull()).isTrue();
    assertThat(mine.data("_entities.0.message")).isEqualTo("What happened");
    assertThat(graph.entities("Notification", key(id), "title").firstErrorCode())
        .isEqualTo("UNAUTHENTICATED");
  }

  private static List<Map<String, Object>> key(UUID id) {
    return List.of(Map.of("id", id));
  }
}
