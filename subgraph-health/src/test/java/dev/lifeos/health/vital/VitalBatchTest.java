package dev.lifeos.health.vital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Tokens;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class VitalBatchTest extends HealthTest {

  private static final String CURSOR =
      Cursor.of("2026-03-01T12:00:10Z", new UUID(0, 0)).in("User.vitals").encode();

  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vitals(first: 10) { edges { node { id type value unit recordedAt source } } }",
        "vitals(first: 10) { edges { node { value metadata } } }",
        "vitals(first: 10, filter: {types: [STEPS, MOOD], sources: [MANUAL]}) { edges { node { value } } }",
        "vitals(first: 10, after: \"CURSOR\") { edges { node { value } } }",
        "latestVitals { type value unit }",
        "vitalSeries(type: MOOD) { points { count } }",
        "vitalSeries(type: STEPS, bucket: WEEK) { points { count } }",
      })
  void aHundredPeopleAreOneStatement(String selection) {
    var people = Stream.generate(UUID::randomUUID).limit(100).toList();
    record(people.getFirst(), vital("MOOD", 7, "2026-03-01T12:00:00Z"));
    record(people.getLast(), vital("STEPS", 800, "2026-03-01T12:00:00Z"));
    var answer = new AtomicReference<Answer>();

    var statements =
        sql.during(() -> answer.set(users(people, selection.replace("CURSOR", CURSOR))));

    assertThat(statements).isEqualTo(1);
    assertThat(answer.get().ok().at("_entities")).hasSize(100);
  }

  private Answer users(List<UUID> people, String selection) {
    var keys =
        people.stream()
            .map(person -> Map.<String, Object>of("id", person, "timeZone", "Europe/Berlin"))
            .toList();
    return graph.as(Tokens.service("notification")).entities("User", keys, selection);
  }

  @Test
  void everyoneGetsTheirOwn() {
    var people = Stream.generate(UUID::randomUUID).limit(20).toList();
    for (int i = 0; i < people.size(); i++) {
      record(people.get(i), vital("STEPS", i, "2026-03-01T12:00:00Z"));
    }

    var answer = users(people, "vitals { edges { node { value } } } latestVitals { value }").ok();

    for (int i = 0; i < people.size(); i++) {
      assertThat(answer.at("_entities." + i + ".vitals.edges.0.node.value").asString())
          .isEqualTo("" + i);
      assertThat(answer.at("_entities." + i + ".latestVitals.0.value").asString())
          .isEqualTo("" + i);
    }
  }

  @Test
  void listsAreReadFromTheirIndexes() {
    fill(20_000);
    var all = new VitalsQuery(VitalFilter.NONE, new Page(10, null), false);
    var types = new VitalFilter(List.of(VitalType.WEIGHT, VitalType.MOOD), null, null, null);
    var ofTypes = new VitalsQuery(types, new Page(10, null), false);

    assertThat(plan(VitalReads.pageSql(all)))
        .contains("Index Only Scan using vital_newest")
        .doesNotContain("Seq Scan");
    assertThat(plan(VitalReads.pageSql(ofTypes)))
        .contains("vital_once")
        .doesNotContain("Seq Scan", "vital_newest");
    assertThat(plan(VitalReads.latestSql(new LatestQuery(List.of(), false))))
        .contains("vital_once")
        .doesNotContain("Seq Scan");
  }

  // Ten people, each with a weight among every thousand heart rates.
  private void fill(int rows) {
    jdbc.sql(
            """
            INSERT INTO vital (id, user_id, type, value, source, recorded_at, version, created_at, updated_at)
            SELECT gen_random_uuid(), cast(lpad((n % 10)::text, 32, '0') AS uuid),
              CASE WHEN n % 1000 < 10 THEN 'WEIGHT' ELSE 'HEART_RATE' END, 60, 'WEARABLE',
              timestamptz '2026-01-01 00:00Z' + n * interval '1 minute', 0, now(), now()
            FROM generate_series(1, :rows) AS n
            """)
        .param("rows", rows)
        .update();
    jdbc.sql("VACUUM ANALYZE vital").update();
  }

  private String plan(String query) {
    var person = new String[] {"00000000-0000-0000-0000-000000000007"};
    return jdbc
        .sql("EXPLAIN " + query)
        .param("owners", person)
        .param("types", new String[] {"WEIGHT", "MOOD"})
        .param("sources", Stream.of(DataSource.values()).map(Enum::name).toArray(String[]::new))
        .param("from", OffsetDateTime.MIN)
        .param("to", OffsetDateTime.MAX)
        .param("cursorTime", OffsetDateTime.MAX)
        .param("cursorId", new UUID(-1, -1))
        .param("limit", 11)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.joining("\n"));
  }
}
