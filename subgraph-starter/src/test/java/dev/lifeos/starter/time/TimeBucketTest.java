package dev.lifeos.starter.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.starter.error.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeBucketTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_day_of_the_clock_change_has_23_or_25_hours() {
    assertThat(hours("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")).containsExactly(23L);
    assertThat(hours("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")).containsExactly(25L);
  }

  @Test
  void the_repeated_hour_of_autumn_stays_two_buckets() {
    var spans =
        TimeBucket.HOUR.cut(at("2026-10-25T00:00:00Z"), at("2026-10-25T03:00:00Z"), BERLIN, 10);
    assertThat(spans).hasSize(3).allMatch(span -> length(span).equals(Duration.ofHours(1)));
  }

  @Test
  void hours_follow_zones_with_odd_offsets() {
    var kathmandu = ZoneId.of("Asia/Kathmandu");
    var spans =
        TimeBucket.HOUR.cut(at("2026-01-01T00:00:00Z"), at("2026-01-01T00:30:00Z"), kathmandu, 10);
    assertThat(spans.getFirst().start()).isEqualTo(at("2025-12-31T23:15:00Z"));
    assertThat(spans).hasSize(2);
  }

  @Test
  void hours_go_on_across_a_half_hour_change_of_the_clock() {
    var lordHowe = ZoneId.of("Australia/Lord_Howe");
    var from = at("2026-04-04T13:00:00Z");
    var spans = TimeBucket.HOUR.cut(from, at("2026-04-04T17:00:00Z"), lordHowe, 10);
    assertThat(spans.getFirst().start()).isEqualTo(from);
    for (var index = 1; index < spans.size(); index++) {
      assertThat(spans.get(index).start()).isEqualTo(spans.get(index - 1).end());
    }
  }

  @Test
  void a_week_begins_on_monday_and_a_month_on_its_first() {
    var from = at("2026-03-04T12:00:00Z");
    var to = at("2026-03-04T13:00:00Z");
    assertThat(TimeBucket.WEEK.cut(from, to, BERLIN, 1).getFirst().start())
        .isEqualTo(at("2026-03-01T23:00:00Z"));
    assertThat(TimeBucket.MONTH.cut(from, to, BERLIN, 1).getFirst().end())
        .isEqualTo(at("2026-03-31T22:00:00Z"));
  }

  @Test
  void a_day_that_a_zone_skipped_is_no_bucket() {
    var apia = ZoneId.of("Pacific/Apia");
    var spans =
        TimeBucket.DAY.cut(at("2011-12-29T12:00:00Z"), at("2011-12-31T12:00:00Z"), apia, 10);
    assertThat(spans).allMatch(span -> span.end().isAfter(span.start()));
    assertThat(spans.stream().map(span -> Days.of(span.start(), apia).toString()).toList())
        .containsExactly("2011-12-29", "2011-12-31", "2012-01-01");
  }

  @Test
  void an_empty_range_and_too_many_buckets_are_refused() {
    var from = at("2026-01-01T00:00:00Z");
    assertThatThrownBy(() -> TimeBucket.DAY.cut(from, from, BERLIN, 1)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> TimeBucket.DAY.cut(from, at("2026-02-01T00:00:00Z"), BERLIN, 30))
        .isInstanceOf(Fault.class);
  }

  private static List<Long> hours(String from, String to) {
    return TimeBucket.DAY.cut(at(from), at(to), BERLIN, 5).stream()
        .map(span -> length(span).toHours())
        .toList();
  }

  private static Duration length(TimeSpan span) {
    return Duration.between(span.start(), span.end());
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
