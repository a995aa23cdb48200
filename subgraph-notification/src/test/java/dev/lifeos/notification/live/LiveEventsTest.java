package dev.lifeos.notification.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.notification.InboxTestBase;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class LiveEventsTest extends InboxTestBase {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Autowired private EventLog log;

  @Test
  void everyChangeIsToldOverWebSocketAsItHappens() {
    try (var socket = open(ann).subscribe("1", start(ann))) {
      var id = send(ann, "Salary");
      await().atMost(SOON).until(() -> socket.events().size() == 1);
      mark(ann, "markRead", List.of(id));
      await().atMost(SOON).until(() -> socket.events().size() == 2);
      send(ann, "Another");
      markAllRead(ann, Map.of());
      await().atMost(SOON).until(() -> socket.events().size() == 4);

      var events = socket.events();
      assertThat(Events.kinds(events)).containsExactly("CREATED", "UPDATED", "CREATED", "COUNTS");
      assertThat(events.get(0).at("/notification/id").asString()).isEqualTo(id);
      assertThat(events.get(0).at("/notification/message").asString()).isEqualTo("What happened");
      assertThat(events.get(0).at("/notification/readAt").isNull()).isTrue();
      assertThat(events.get(1).at("/notification/readAt").isNull()).isFalse();
      assertThat(events.get(3).path("notification").isNull()).isTrue();
      assertThat(events.stream().map(event -> numbers(event.path("counts"))))
          .containsExactly("1 1 1 0", "1 0 0 0", "2 1 1 0", "2 0 0 0");
    }
  }

  @Test
  void everyChangeIsToldByServerSentEvents() {
    try (var stream = LiveStream.open(graph.origin(), Tokens.person(ann), start(ann))) {
      send(ann, "Salary");
      await().atMost(SOON).until(() -> stream.events().size() == 1);
      send(ann, "Rent");
      await().atMost(SOON).until(() -> stream.events().size() == 2);

      assertThat(Events.titles(stream.events())).containsExactly("Salary", "Rent");
    }
  }

  @Test
  void withoutACursorItBeginsNow() {
    send(ann, "Before");
    try (var socket = open(ann).subscribe("1", null)) {
      await()
          .atMost(SOON)
          .until(() -> {
            send(ann, "After");
            return !socket.events().isEmpty();
          });

      assertThat(Events.titles(socket.events())).doesNotContain("Before").contains("After");
    }
  }

  @Test
  void aReconnectWithTheLastCursorLosesNothingAndRepeatsNothing() throws Exception {
    var sent = 200;
    var received = new ArrayList<JsonNode>();
    var cursor = start(ann);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sending = threads.submit(() -> atOnce(sends(sent)));
      while (received.size() < sent) {
        var known = received.size();
        try (var socket = open(ann).subscribe("1", cursor)) {
          await().atMost(SOON).until(() -> socket.events().size() >= Math.min(30, sent - known));
          received.addAll(socket.events());
        }
        cursor = Events.cursor(received);
      }
      sending.get();
    }

    assertThat(Events.titles(received)).doesNotHaveDuplicates().hasSize(sent);
    assertThat(received.stream().map(event -> event.at("/counts/total").asInt()))
        .isEqualTo(IntStream.rangeClosed(1, sent).boxed().toList());
  }

  @Test
  void otherPeoplesEventsAreNeverSeen() {
    try (var anns = open(ann).subscribe("1", start(ann));
        var bobs = open(bob).subscribe("1", start(bob))) {
      sendMany(bob, 20);
      send(ann, "For Ann");
      await().atMost(SOON).until(() -> anns.events().size() == 1 && bobs.events().size() == 20);

      assertThat(Events.titles(anns.events())).containsExactly("For Ann");
      assertThat(Events.titles(bobs.events())).doesNotContain("For Ann");
    }
  }

  @Test
  void aCursorOlderThanWhatIsKeptIsAnsweredByAResync() {
    sendMany(ann, 3);
    jdbc.sql(
            "UPDATE notification_event SET occurred_at = occurred_at - interval '8 days' WHERE user_id = :ann")
        .param("ann", ann)
        .update();
    log.forgetOld();
    try (var socket = open(ann).subscribe("1", start(ann))) {
      await().atMost(SOON).until(() -> socket.events().size() == 1);
      send(ann, "Afterwards");
      await().atMost(SOON).until(() -> socket.events().size() == 2);

      assertThat(Events.kinds(socket.events())).containsExactly("RESYNC", "CREATED");
      assertThat(numbers(socket.events().getFirst().path("counts"))).isEqualTo("3 3 3 0");
    }
  }

  @Test
  void eventsOfTheLastSevenDaysAreKept() {
    sendMany(ann, 3);
    jdbc.sql(
            "UPDATE notification_event SET occurred_at = occurred_at - interval '6 days' WHERE user_id = :ann")
        .param("ann", ann)
        .update();
    log.forgetOld();
    try (var socket = open(ann).subscribe("1", start(ann))) {
      await().atMost(SOON).until(() -> socket.events().size() == 3);

      assertThat(Events.kinds(socket.events())).containsOnly("CREATED");
    }
  }

  @Test
  void aCursorAheadOfTheLogIsAnsweredByAResync() {
    send(ann, "Only one");
    try (var socket = open(ann).subscribe("1", Cursor.of(ann, 99).encode())) {
      await().atMost(SOON).until(() -> socket.events().size() == 1);

      assertThat(Events.kinds(socket.events())).containsExactly("RESYNC");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage!", "Z2FyYmFnZQ", "SOMEBODY ELSE'S", "NO NUMBER"})
  void badCursorsAreRefused(String name) {
    var cursor =
        switch (name) {
          case "SOMEBODY ELSE'S" -> start(bob);
          case "NO NUMBER" -> Cursor.of(ann, "x").encode();
          default -> name;
        };
    try (var socket = open(ann).subscribe("1", cursor)) {
      await().atMost(SOON).until(() -> !socket.errors().isEmpty());

      assertThat(socket.errors()).containsExactly("BAD_USER_INPUT");
    }
  }

  @Test
  void aBadTokenClosesTheSocket() {
    for (var token : List.of("garbage", Tokens.expired(ann))) {
      try (var socket = LiveSocket.open(graph.origin(), token)) {
        assertThat(socket.closeCode()).isIn(4401, 4403);
      }
    }
  }

  @Test
  void noTokenAndTheWrongScopeAreRefusedOverWebSocket() {
    try (var anonymous = LiveSocket.open(graph.origin(), null).subscribe("1", null);
        var narrow =
            LiveSocket.open(graph.origin(), Tokens.person(ann, "health:read"))
                .subscribe("1", null);
        var service =
            LiveSocket.open(graph.origin(), Tokens.service("finance")).subscribe("1", null)) {
      await()
          .atMost(SOON)
          .until(() ->
              !anonymous.errors().isEmpty()
                  && !narrow.errors().isEmpty()
                  && !service.errors().isEmpty());

      assertThat(anonymous.errors()).containsExactly("UNAUTHENTICATED");
      assertThat(narrow.errors()).containsExactly("FORBIDDEN");
      assertThat(service.errors()).containsExactly("FORBIDDEN");
    }
  }

  @Test
  void noTokenABadTokenAndTheWrongScopeAreRefusedByServerSentEvents() {
    try (var anonymous = LiveStream.open(graph.origin(), null, null);
        var bad = LiveStream.open(graph.origin(), "garbage", null);
        var narrow = LiveStream.open(graph.origin(), Tokens.person(ann, "health:read"), null)) {
      await().atMost(SOON).until(() -> anonymous.ended() && bad.ended() && narrow.ended());

      assertThat(anonymous.errors()).containsExactly("UNAUTHENTICATED");
      assertThat(bad.status()).isEqualTo(401);
      assertThat(narrow.errors()).containsExactly("FORBIDDEN");
    }
  }

  @Test
  void aSubscriptionAskedForAsJsonIsATypedError() {
    var answer = graph.as(Tokens.person(ann)).send(Events.SUBSCRIPTION);

    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(answer.body()).doesNotContain("upstreamPublisher");
  }

  @Test
  void itEndsWhenTheTokenDoes() {
    var token = Tokens.expiringIn(ann, Duration.ofSeconds(4));
    var cursor = start(ann);
    try (var socket = LiveSocket.open(graph.origin(), token).subscribe("1", cursor);
        var stream = LiveStream.open(graph.origin(), token, cursor)) {
      send(ann, "In time");
      await().atMost(SOON).until(() -> socket.errors().size() == 1 && stream.ended());
      send(ann, "Too late");

      assertThat(socket.errors()).containsExactly("UNAUTHENTICATED");
      assertThat(stream.errors()).containsExactly("UNAUTHENTICATED");
      assertThat(Events.titles(socket.events())).containsExactly("In time");
      assertThat(Events.titles(stream.events())).containsExactly("In time");
    }
  }

  @Test
  void aPersonHasAtMostTwentySubscriptionsAndGetsThemBack() {
    send(ann, "One");
    try (var socket = open(ann)) {
      for (int i = 0; i < 21; i++) {
        socket.subscribe("s" + i, start(ann));
      }
      await().atMost(SOON).until(() -> socket.events().size() + socket.errors().size() == 21);

      assertThat(socket.errors()).containsExactly("RATE_LIMITED");
      assertThat(socket.events()).hasSize(20);
    }
    await()
        .atMost(SOON)
        .until(() -> {
          try (var again = open(ann).subscribe("1", start(ann))) {
            await().until(() -> again.events().size() + again.errors().size() == 1);
            return again.errors().isEmpty();
          }
        });
  }

  private List<Callable<String>> sends(int count) {
    return IntStream.range(0, count)
        .<Callable<String>>mapToObj(n -> () -> send(ann, "Number " + n))
        .toList();
  }

  private LiveSocket open(UUID person) {
    return LiveSocket.open(graph.origin(), Tokens.person(person));
  }

  /** The place before a person's first event. */
  private static String start(UUID person) {
    return Cursor.of(person, 0).encode();
  }
}
