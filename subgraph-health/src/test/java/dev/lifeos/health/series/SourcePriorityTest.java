package dev.lifeos.health.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import dev.lifeos.test.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What several sources have measured at once is summed once. */
class SourcePriorityTest extends HealthTest {

  private static Map<String, Object> steps(String source, int value, String start) {
    return with(vital("STEPS", value, "2026-03-" + start + ":00Z"), "source", source);
  }

  private static Map<String, Object> steps(String source, int value, String start, String end) {
    return with(steps(source, value, start), "endedAt", "2026-03-" + end + ":00Z");
  }

  private List<String> sums(String bucket, String from, String to) {
    var series =
        graph
            .as(Tokens.person(ann))
            .entities(
                "User",
                List.of(Map.of("id", ann, "timeZone", "UTC")),
                "vitalSeries(type: STEPS, bucket: %s, from: \"2026-03-%s:00Z\", to: \"2026-03-%s:00Z\") { points { sum } }"
                    .formatted(bucket, from, to))
            .ok()
            .at("_entities.0.vitalSeries");
    return texts(series.path("points"), "sum");
  }

  private String day() {
    return sums("DAY", "10T00:00", "11T00:00").getFirst();
  }

  @Test
  void ofTwoTrackersInAnHourTheOneOfHigherPriorityCounts() {
    record(
        ann,
        List.of(
            steps("PHONE", 100, "10T08:00", "10T08:30"),
            steps("PHONE", 150, "10T08:30", "10T09:00"),
            steps("WEARABLE", 300, "10T08:10", "10T08:50")));

    assertThat(day()).isEqualTo("300");
  }

  @Test
  void aGapOfOneSourceIsFilledByTheNext() {
    record(
        ann,
        List.of(
            steps("WEARABLE", 300, "10T08:00", "10T09:00"),
            steps("PHONE", 100, "10T08:00", "10T09:00"),
            steps("PHONE", 200, "10T09:00", "10T10:00"),
            steps("IMPORT", 50, "10T09:30", "10T10:00"),
            steps("IMPORT", 70, "10T10:00", "10T11:00")));

    assertThat(day()).isEqualTo("570");
    assertThat(sums("HOUR", "10T08:00", "10T11:00")).containsExactly("300", "200", "70");
    assertThat(sums("MONTH", "10T08:00", "10T11:00")).containsExactly("570");
  }

  @Test
  void readingsOfOneSourceAllCountEvenInTheSameHour() {
    record(
        ann,
        List.of(
            steps("MANUAL", 1, "10T08:00"),
            steps("MANUAL", 2, "10T08:01"),
            steps("MANUAL", 4, "10T08:59")));

    assertThat(day()).isEqualTo("7");
  }

  @Test
  void momentsOfTwoSourcesInTheSameHourAreTheSame() {
    record(ann, List.of(steps("PHONE", 100, "10T08:00"), steps("WEARABLE", 120, "10T08:59")));

    assertThat(day()).isEqualTo("120");
  }

  @Test
  void aDaysTotalStandsForTheWholeDay() {
    record(
        ann,
        List.of(
            steps("WEARABLE", 9_000, "10T00:00", "11T00:00"),
            steps("PHONE", 100, "10T08:00", "10T09:00"),
            steps("PHONE", 200, "10T23:00", "11T00:00"),
            steps("PHONE", 400, "11T00:00", "11T01:00")));

    assertThat(sums("DAY", "10T00:00", "12T00:00")).containsExactly("9000", "400");
  }

  @Test
  void whatLiesOutsideTheRangeStillCovers() {
    record(
        ann,
        List.of(
            steps("WEARABLE", 9_000, "10T00:00", "11T12:00"),
            steps("PHONE", 100, "11T08:00", "11T09:00"),
            steps("IMPORT", 700, "12T20:00", "13T10:00"),
            steps("PHONE", 200, "13T08:00", "13T09:00")));

    assertThat(sums("DAY", "11T00:00", "12T00:00")).containsExactly("null");
    assertThat(sums("DAY", "12T00:00", "13T00:00")).containsExactly("null");
    assertThat(sums("DAY", "10T00:00", "14T00:00")).containsExactly("9000", "null", "null", "200");
  }

  @Test
  void anotherPersonsReadingsCoverNothing() {
    record(ann, steps("PHONE", 100, "10T08:00"));
    record(bob, steps("WEARABLE", 900, "10T08:00"));

    assertThat(day()).isEqualTo("100");
  }

  @Test
  void anotherTypesReadingsCoverNothing() {
    record(
        ann,
        List.of(
            steps("PHONE", 100, "10T08:00"),
            with(steps("WEARABLE", 9, "10T08:00"), "type", "WATER")));

    assertThat(day()).isEqualTo("100");
  }
}
