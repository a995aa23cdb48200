package dev.lifeos.health.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lifeos.health.HealthTest;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class VitalSeriesTest extends HealthTest {

  private Answer ask(@Nullable String timeZone, String arguments) {
    var key = new HashMap<String, @Nullable Object>();
    key.put("id", ann);
    key.put("timeZone", timeZone);
    return graph
        .as(Tokens.person(ann))
        .entities(
            "User",
            List.of(key),
            """
            vitalSeries(%s) {
              type unit aggregation bucket timeZone
              points { start end localDate value average min max sum count }
            }
            """
                .formatted(arguments));
  }

  private JsonNode series(@Nullable String timeZone, String arguments) {
    return ask(timeZone, arguments).ok().at("_entities.0.vitalSeries");
  }

  private static String range(String from, String to) {
    return "from: \"%s\", to: \"%s\"".formatted(from, to);
  }

  private static List<String> texts(JsonNode series, String field) {
    return texts((Iterable<JsonNode>) series.path("points"), field);
  }

  /** Each point as its day and count. */
  private static List<String> counts(JsonNode series) {
    var counts = new ArrayList<String>();
    series
        .path("points")
        .forEach(p -> counts.add(p.path("localDate").asString() + " " + p.path("count").asInt()));
    return counts;
  }

  private static Map<String, Object> from(String source, Map<String, Object> vital) {
    return with(vital, "source", source);
  }

  @Test
  void anAveragedTypeHasAMeanAndNoSum() {
    record(
        ann,
        List.of(
            vital("HEART_RATE", 60, "2026-03-01T08:00:00Z"),
            vital("HEART_RATE", 61, "2026-03-01T09:00:00Z"),
            from("IMPORT", vital("HEART_RATE", 61, "2026-03-01T09:00:00Z")),
            vital("STEPS", 500, "2026-03-01T09:00:00Z")));

    var series =
        series("UTC", "type: HEART_RATE, " + range("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"));

    assertThat(series.path("type").asString()).isEqualTo("HEART_RATE");
    assertThat(series.path("unit").asString()).isEqualTo("/min");
    assertThat(series.path("aggregation").asString()).isEqualTo("AVERAGE");
    assertThat(series.path("bucket").asString()).isEqualTo("DAY");
    assertThat(series.path("timeZone").asString()).isEqualTo("UTC");
    assertThat(series.path("points")).hasSize(1);
    var point = series.path("points").path(0);
    assertThat(point.path("value").asString()).isEqualTo("60.6667");
    assertThat(point.path("average").asString()).isEqualTo("60.6667");
    assertThat(point.path("min").asString()).isEqualTo("60");
    assertThat(point.path("max").asString()).isEqualTo("61");
    assertThat(point.path("sum").isNull()).isTrue();
    assertThat(point.path("count").asInt()).isEqualTo(3);
  }

  @Test
  void aSummedTypeHasASumAndEmptyBucketsHaveNothing() {
    record(
        ann,
        List.of(
            vital("WATER", "250.5", "2026-03-01T08:00:00Z"),
            vital("WATER", 500, "2026-03-01T18:00:00Z"),
            vital("WATER", 300, "2026-03-03T00:00:00Z")));

    var series =
        series("UTC", "type: WATER, " + range("2026-03-01T05:00:00Z", "2026-03-03T00:00:01Z"));

    assertThat(series.path("aggregation").asString()).isEqualTo("SUM");
    assertThat(counts(series)).containsExactly("2026-03-01 2", "2026-03-02 0", "2026-03-03 1");
    assertThat(series.path("points").path(0).path("sum").asString()).isEqualTo("750.5");
    assertThat(series.path("points").path(0).path("value").asString()).isEqualTo("750.5");
    assertThat(series.path("points").path(0).path("average").asString()).isEqualTo("375.25");
    var empty = series.path("points").path(1);
    for (var field : List.of("value", "average", "min", "max", "sum")) {
      assertThat(empty.path(field).isNull()).as(field).isTrue();
    }
  }

  @Test
  void theLastThirtyDaysAreTheDefault() {
    var points = series("Asia/Tokyo", "type: MOOD").path("points");

    var last = points.path(points.size() - 1);
    var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    assertThat(points.size()).isEqualTo(31);
    assertThat(LocalDate.parse(last.path("localDate").asString()))
        .isCloseTo(today, within(1, ChronoUnit.DAYS));
  }

  @Test
  void theArgumentOverridesThePersonsZoneAndUtcStandsInForNone() {
    record(ann, vital("MOOD", 5, "2026-03-01T23:30:00Z"));
    var range = range("2026-03-01T23:00:00Z", "2026-03-01T23:59:00Z");

    assertThat(counts(series("Europe/Berlin", "type: MOOD, " + range)))
        .containsExactly("2026-03-02 1");
    assertThat(
            counts(series("Europe/Berlin", "type: MOOD, timeZone: \"America/New_York\", " + range)))
        .containsExactly("2026-03-01 1");
    assertThat(series(null, "type: MOOD, " + range).path("timeZone").asString()).isIn("UTC", "Z");
  }

  @ParameterizedTest(name = "{0} {1}: {2} hours")
  @CsvSource({
    "Europe/Berlin, 2026-03-29, 23",
    "Europe/Berlin, 2026-10-25, 25",
    "America/New_York, 2026-03-08, 23",
    "America/New_York, 2026-11-01, 25",
    "Asia/Kathmandu, 2026-03-29, 24",
    "Australia/Lord_Howe, 2026-04-05, 24",
    "America/Sao_Paulo, 2018-11-04, 23",
    "Pacific/Kiritimati, 2026-01-01, 24",
  })
  void aDayIsFromMidnightToMidnightOfItsZone(String zone, LocalDate day, int hours) {
    var start = day.atStartOfDay(ZoneId.of(zone)).toInstant();
    var end = day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    record(
        ann,
        List.of(
            vital("MOOD", 1, start.minusNanos(1_000).toString()),
            vital("MOOD", 2, start.toString()),
            vital("MOOD", 3, end.minusNanos(1_000).toString()),
            vital("MOOD", 4, end.toString())));

    var noon = start.plus(12, ChronoUnit.HOURS);
    var point =
        series(zone, "type: MOOD, " + range(noon.toString(), noon.plusSeconds(1).toString()))
            .path("points")
            .path(0);

    assertThat(point.path("localDate").asString()).isEqualTo(day.toString());
    assertThat(point.path("start").asString()).isEqualTo(start.toString());
    assertThat(point.path("end").asString()).isEqualTo(end.toString());
    assertThat(ChronoUnit.HOURS.between(start, end)).isEqualTo(hours);
    assertThat(point.path("count").asInt()).isEqualTo(2);
    assertThat(point.path("min").asString()).isEqualTo("2");
    assertThat(point.path("max").asString()).isEqualTo("3");
  }

  @Test
  void theHourThatComesTwiceIsTwoBucketsAndTheOneThatIsSkippedIsNone() {
    record(
        ann,
        List.of(
            vital("MOOD", 1, "2026-10-25T00:30:00Z"), vital("MOOD", 2, "2026-10-25T01:30:00Z")));

    var autumn =
        series(
            "Europe/Berlin",
            "type: MOOD, bucket: HOUR, " + range("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));
    var spring =
        series(
            "Europe/Berlin",
            "type: MOOD, bucket: HOUR, " + range("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));

    assertThat(autumn.path("points")).hasSize(25);
    assertThat(texts(autumn, "count").subList(1, 5)).containsExactly("0", "1", "1", "0");
    assertThat(spring.path("points")).hasSize(23);
  }

  @Test
  void hoursAreTheZonesOwn() {
    record(
        ann,
        List.of(
            vital("STEPS", 1, "2026-03-01T06:14:59Z"), vital("STEPS", 2, "2026-03-01T06:15:00Z")));

    var series =
        series(
            "Asia/Kathmandu",
            "type: STEPS, bucket: HOUR, " + range("2026-03-01T06:00:00Z", "2026-03-01T07:00:00Z"));

    assertThat(texts(series, "start"))
        .containsExactly("2026-03-01T05:15:00Z", "2026-03-01T06:15:00Z");
    assertThat(texts(series, "sum")).containsExactly("1", "2");
  }

  @Test
  void weeksBeginOnMondayAlsoAcrossTheYear() {
    record(
        ann,
        List.of(
            vital("STEPS", 1, "2025-12-28T22:59:59Z"),
            vital("STEPS", 2, "2025-12-28T23:00:00Z"),
            vital("STEPS", 4, "2026-01-04T22:59:59Z"),
            vital("STEPS", 8, "2026-01-04T23:00:00Z")));

    var series =
        series(
            "Europe/Berlin",
            "type: STEPS, bucket: WEEK, " + range("2025-12-28T12:00:00Z", "2026-01-05T12:00:00Z"));

    assertThat(texts(series, "localDate"))
        .containsExactly("2025-12-22", "2025-12-29", "2026-01-05");
    assertThat(texts(series, "sum")).containsExactly("1", "6", "8");
  }

  @Test
  void monthsHaveTheirOwnLength() {
    record(
        ann,
        List.of(
            vital("STEPS", 1, "2024-02-01T04:59:59Z"),
            vital("STEPS", 2, "2024-02-29T23:00:00Z"),
            vital("STEPS", 4, "2024-03-01T04:59:59Z"),
            vital("STEPS", 8, "2024-03-01T05:00:00Z")));

    var series =
        series(
            "America/New_York",
            "type: STEPS, bucket: MONTH, " + range("2024-01-31T12:00:00Z", "2024-03-31T12:00:00Z"));

    assertThat(texts(series, "localDate"))
        .containsExactly("2024-01-01", "2024-02-01", "2024-03-01");
    assertThat(texts(series, "sum")).containsExactly("1", "6", "8");
  }

  @Test
  void theZonesThatSkipADayLoseNothing() {
    // Samoa went from the 29th to the 31st of December 2011.
    record(
        ann,
        List.of(
            vital("MOOD", 5, "2011-12-30T09:59:59Z"), vital("MOOD", 6, "2011-12-30T10:00:00Z")));

    var series =
        series(
            "Pacific/Apia", "type: MOOD, " + range("2011-12-29T12:00:00Z", "2011-12-31T09:00:00Z"));

    assertThat(counts(series)).containsExactly("2011-12-29 1", "2011-12-31 1");
  }

  @Test
  void theBucketsHaveNoGaps() {
    var series =
        series(
            "Europe/Berlin",
            "type: MOOD, " + range("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z"));

    var starts = texts(series, "start");
    var ends = texts(series, "end");
    assertThat(starts).hasSize(365);
    assertThat(starts.subList(1, 365)).isEqualTo(ends.subList(0, 364));
  }

  @Test
  void fourHundredBucketsAreAllowedAndNotOneMore() {
    var start = Instant.parse("2026-01-01T00:00:00Z");
    var end = start.plus(400, ChronoUnit.HOURS);

    assertThat(
            series("UTC", "type: MOOD, bucket: HOUR, " + range(start.toString(), end.toString()))
                .path("points"))
        .hasSize(400);
    assertThat(
            ask(
                    "UTC",
                    "type: MOOD, bucket: HOUR, "
                        + range(start.toString(), end.plusSeconds(1).toString()))
                .firstErrorCode())
        .isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: MOOD, from: \"2026-03-01T00:00:00Z\", to: \"2026-03-01T00:00:00Z\"",
        "type: MOOD, from: \"2026-03-02T00:00:00Z\", to: \"2026-03-01T00:00:00Z\"",
        "type: MOOD, bucket: MONTH, from: \"2020-01-01T00:00:00Z\", to: \"2026-01-01T00:00:00Z\"",
        "type: MOOD, bucket: MONTH, from: \"1899-01-01T00:00:00Z\", to: \"1901-01-01T00:00:00Z\"",
        "type: MOOD, bucket: MONTH, to: \"9999-12-31T23:59:59Z\"",
        "type: MOOD, timeZone: \"Mars/Olympus\"",
        "type: LUCK",
        "bucket: DAY",
        "type: MOOD, bucket: YEAR",
      })
  void badArgumentsAreRefused(String arguments) {
    assertThat(ask("UTC", arguments).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }
}
