package dev.lifeos.health.vital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.test.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VitalsTest extends HealthTest {

  private static final List<String> SOURCES =
      List.of("MANUAL", "MEDICAL_DEVICE", "WEARABLE", "PHONE", "APP", "IMPORT");

  private List<String> values(String arguments) {
    var list = of(ann, "vitals(" + arguments + ") { edges { node { value } } }").path("vitals");
    return texts(nodes(list), "value");
  }

  @Test
  void theNewestComeFirst() {
    record(
        ann,
        List.of(
            vital("STEPS", 2, "2026-03-02T00:00:00Z"),
            vital("STEPS", 3, "2026-03-03T00:00:00Z"),
            vital("STEPS", 1, "2026-03-01T00:00:00Z")));

    assertThat(values("first: 10")).containsExactly("3", "2", "1");
    assertThat(values("first: 2")).containsExactly("3", "2");
  }

  @Test
  void aPersonWithoutVitalsHasAnEmptyPage() {
    var page =
        of(ann, "vitals { edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } }")
            .path("vitals");

    assertThat(page.path("edges")).isEmpty();
    assertThat(page.path("pageInfo").path("hasNextPage").asBoolean()).isFalse();
    assertThat(page.path("pageInfo").path("endCursor").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "filter: {types: [STEPS, FLOORS_CLIMBED, WATER]}"})
  void pagesOfEqualTimesRepeatNothingAndLoseNothing(String filter) {
    var all = new ArrayList<Map<String, Object>>();
    for (var source : SOURCES) {
      for (var type : List.of("STEPS", "FLOORS_CLIMBED", "WATER")) {
        all.add(with(vital(type, 1, "2026-03-01T12:00:00Z"), "source", source));
        all.add(with(vital(type, 1, "2026-03-01T12:00:00.000001Z"), "source", source));
      }
    }
    record(ann, all);

    var seen = new ArrayList<String>();
    var arguments = filter + " first: 7";
    while (true) {
      var page =
          of(
                  ann,
                  "vitals(%s) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }"
                      .formatted(arguments))
              .path("vitals");
      seen.addAll(texts(nodes(page), "id"));
      var info = page.path("pageInfo");
      assertThat(info.path("hasPreviousPage").asBoolean()).isEqualTo(seen.size() > 7);
      if (!info.path("hasNextPage").asBoolean()) {
        break;
      }
      arguments = filter + " first: 7, after: \"" + info.path("endCursor").asString() + "\"";
    }

    assertThat(seen).hasSize(36);
    assertThat(new HashSet<>(seen)).hasSize(36);
  }

  @Test
  void aVitalThatIsRecordedMeanwhileDoesNotDisturbTheNextPage() {
    record(ann, IntStream.range(1, 5).mapToObj(day -> steps(day)).toList());
    var first =
        of(ann, "vitals(first: 2) { pageInfo { endCursor } }").path("vitals").path("pageInfo");

    record(ann, steps(9));

    assertThat(values("first: 2, after: \"" + first.path("endCursor").asString() + "\""))
        .containsExactly("2", "1");
  }

  private static Map<String, Object> steps(int day) {
    return vital("STEPS", day, "2026-03-0" + day + "T00:00:00Z");
  }

  @Test
  void aFilterByTypeTakesTheNewestOfAllItsTypes() {
    record(
        ann,
        List.of(
            vital("STEPS", 1, "2026-03-01T00:00:00Z"),
            vital("WATER", 2, "2026-03-02T00:00:00Z"),
            vital("MOOD", 3, "2026-03-03T00:00:00Z"),
            vital("STEPS", 4, "2026-03-04T00:00:00Z")));

    assertThat(values("filter: {types: [STEPS]}")).containsExactly("4", "1");
    assertThat(values("filter: {types: [STEPS, WATER, STEPS]}")).containsExactly("4", "2", "1");
    assertThat(values("first: 2, filter: {types: [STEPS, WATER]}")).containsExactly("4", "2");
    assertThat(values("filter: {types: [WEIGHT]}")).isEmpty();
    assertThat(values("filter: {types: []}")).isEmpty();
  }

  @Test
  void aFilterByTimeTakesItsFirstInstantAndNotItsLast() {
    record(ann, IntStream.range(1, 5).mapToObj(day -> steps(day)).toList());

    assertThat(values("filter: {from: \"2026-03-02T00:00:00Z\"}")).containsExactly("4", "3", "2");
    assertThat(values("filter: {to: \"2026-03-02T00:00:00Z\"}")).containsExactly("1");
    assertThat(
            values(
                "filter: {from: \"2026-03-02T01:00:00+01:00\", to: \"2026-03-04T00:00:00Z\", types: [STEPS]}"))
        .containsExactly("3", "2");
    assertThat(values("filter: {from: \"0001-01-01T00:00:00Z\", to: \"9999-12-31T23:59:59Z\"}"))
        .hasSize(4);
  }

  @Test
  void aFilterBySourceTakesOnlyThem() {
    record(
        ann,
        List.of(
            with(steps(1), "source", "PHONE"),
            with(steps(2), "source", "WEARABLE"),
            with(steps(3), "source", "IMPORT")));

    assertThat(values("filter: {sources: [PHONE, IMPORT]}")).containsExactly("3", "1");
    assertThat(values("filter: {sources: [WEARABLE], types: [STEPS]}")).containsExactly("2");
    assertThat(values("filter: {sources: []}")).isEmpty();
  }

  @Test
  void badArgumentsAreRefused() {
    var bad =
        List.of(
            "first: 0",
            "first: 101",
            "first: -1",
            "after: \"\"",
            "after: \"nonsense\"",
            "after: \""
                + Cursor.of("+500000-01-01T00:00:00Z", ann).in("User.vitals").encode()
                + "\"",
            "after: \"" + Cursor.of("2026-03-01T00:00:00Z").in("User.vitals").encode() + "\"",
            "filter: {from: \"2026-03-02T00:00:00Z\", to: \"2026-03-02T00:00:00Z\"}",
            "filter: {types: [LUCK]}");

    for (var arguments : bad) {
      var answer =
          graph
              .as(Tokens.person(ann))
              .entities(
                  "User",
                  List.of(Map.of("id", ann)),
                  "vitals(" + arguments + ") { edges { cursor } }");

      assertThat(answer.firstErrorCode()).as(arguments).isEqualTo("BAD_USER_INPUT");
    }
  }
}
