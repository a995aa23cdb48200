package dev.lifeos.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.notification.InboxTestBase;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Tokens;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxBatchTest extends InboxTestBase {

  private static final String CURSOR =
      Cursor.of("2099-03-01T12:00:10Z", new UUID(0, 0)).in("User.notifications").encode();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notifications(first: 10) { edges { node { id title topic } } } | 1",
        "notifications(first: 10) { edges { node { title message subject { __typename } } } } | 1",
        "notifications(first: 10, filter: {unreadOnly: true}, after: \"CURSOR\") { edges { node { title } } } | 1",
        "notifications(first: 10) { edges { node { title } } unreadCount } | 2",
        "notifications(first: 10) { unreadCount } notificationCounts { total } | 2",
        "notificationCounts { total unseen unread archived } | 1",
      })
  void aHundredPeopleCostAsManyStatementsAsOne(String selection, int expected) {
    var people = Stream.generate(UUID::randomUUID).limit(100).toList();
    send(people.getFirst(), "First");
    send(people.getLast(), "Last");
    var answer = new AtomicReference<Answer>();

    var statements =
        sql.during(() -> answer.set(users(people, selection.replace("CURSOR", CURSOR))));

    assertThat(statements).as(() -> sql.statements().toString()).isEqualTo(expected);
    assertThat(answer.get().ok().at("_entities")).hasSize(100);
  }

  @Test
  void aHundredNotificationsByIdAreOneStatement() {
    var keys = sendMany(ann, 100).stream().map(id -> Map.of("id", id)).toList();
    var service = graph.as(Tokens.service("batch"));

    assertThat(sql.during(() -> service.entities("Notification", keys, "title").ok())).isEqualTo(1);
  }

  @Test
  void everyoneGetsTheirOwn() {
    var people = Stream.generate(UUID::randomUUID).limit(20).toList();
    people.forEach(person -> send(person, person.toString()));

    var answer =
        users(people, "notifications { edges { node { title message } } unreadCount }").ok();

    for (int i = 0; i < people.size(); i++) {
      var page = answer.at("_entities." + i + ".notifications");
      assertThat(texts(page.path("edges"), "/node/title"))
          .containsExactly(people.get(i).toString());
      assertThat(page.path("unreadCount").asInt()).isEqualTo(1);
    }
  }

  @Test
  void writesCostAFixedNumberOfStatements() {
    var ids = sendMany(ann, 50);

    assertThat(sql.during(() -> send(ann, "One more"))).isEqualTo(3);
    assertThat(sql.during(() -> mark(ann, "markRead", ids))).isEqualTo(4);
    assertThat(sql.during(() -> mark(ann, "markRead", ids))).isEqualTo(2);
    assertThat(sql.during(() -> markAllRead(ann, Map.of()))).isEqualTo(3);
  }

  @Test
  void countsAreExactAndEventsGaplessUnderFiftyMarksAndSendsAtOnce() throws Exception {
    var ids = sendMany(ann, 30);
    var mutations = List.of("markSeen", "markRead", "archive", "unarchive");
    var requests =
        IntStream.range(0, 50)
            .<Callable<Object>>mapToObj(n ->
                switch (n % 5) {
                  case 0 -> () -> send(ann, "During");
                  case 1 -> () -> markAllRead(ann, Map.of("topics", List.of("FINANCE")));
                  default ->
                      () ->
                          mark(
                              ann,
                              mutations.get(n % 4),
                              ids.subList(n % 20, n % 20 + 10).reversed());
                })
            .toList();

    atOnce(requests);

    assertThat(counts(ann)).isEqualTo(counted(ann));
    var events =
        jdbc.sql(
                """
                SELECT sequence, occurred_at >= lag(occurred_at, 1, occurred_at) OVER (ORDER BY sequence) AS in_order,
                  concat_ws(' ', total, unseen, unread, archived) AS counts
                FROM notification_event WHERE user_id = :ann ORDER BY sequence
                """)
            .param("ann", ann)
            .query()
            .listOfRows();
    assertThat(events.stream().map(event -> event.get("sequence")).toList())
        .isEqualTo(IntStream.rangeClosed(1, events.size()).mapToObj(Long::valueOf).toList());
    assertThat(events).allMatch(event -> Boolean.TRUE.equals(event.get("in_order")));
    assertThat(events.getLast().get("counts")).isEqualTo(counted(ann));
  }

  @Test
  void listsAreReadFromTheirIndexes() {
    fill();

    assertThat(plan("notification_newest", new NotificationFilter(null, null, false, false)))
        .doesNotContain("Seq Scan", "Sort Key: n.created_at");
    assertThat(plan("notification_unread", new NotificationFilter(null, null, true, false)))
        .doesNotContain("Seq Scan", "Sort Key: n.created_at");
    assertThat(plan("notification_archived", new NotificationFilter(null, null, false, true)))
        .doesNotContain("Seq Scan", "Sort Key: n.created_at");
  }

  private Answer users(List<UUID> people, String selection) {
    var keys = people.stream().map(person -> Map.<String, Object>of("id", person)).toList();
    return graph.as(Tokens.service("batch")).entities("User", keys, selection);
  }

  // Ten people, each with an unread and an archived one among ten.
  private void fill() {
    jdbc.sql(
            "INSERT INTO inbox (user_id) SELECT cast(lpad(n::text, 32, '0') AS uuid) FROM generate_series(0, 9) n")
        .update();
    jdbc.sql(
            """
            INSERT INTO notification (id, user_id, topic, priority, title, message, created_at,
              seen_at, read_at, archived_at)
            SELECT gen_random_uuid(), cast(lpad((n % 10)::text, 32, '0') AS uuid), 'HEALTH', 'LOW',
              'Title', 'Message', t, t, CASE WHEN n % 100 >= 10 THEN t END,
              CASE WHEN n % 100 >= 90 THEN t END
            FROM generate_series(1, 20000) AS n,
              LATERAL (SELECT timestamptz '2026-01-01 00:00Z' + n * interval '1 minute' AS t) AS at
            """)
        .update();
    jdbc.sql("VACUUM ANALYZE notification").update();
  }

  private String plan(String index, NotificationFilter filter) {
    var query = new NotificationsQuery(filter, new Page(10, null), false);
    var plan =
        jdbc
            .sql("EXPLAIN " + NotificationReads.pageSql(query))
            .param("owners", new String[] {"00000000-0000-0000-0000-000000000007"})
            .param("topics", names(NotificationTopic.values()))
            .param("priorities", names(NotificationPriority.values()))
            .param("cursorTime", OffsetDateTime.MAX)
            .param("cursorId", new UUID(-1, -1))
            .param("limit", 11)
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.joining("\n"));
    assertThat(plan).contains("Index Only Scan using " + index);
    return plan;
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
