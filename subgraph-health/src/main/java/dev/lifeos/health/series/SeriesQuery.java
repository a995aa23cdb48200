package dev.lifeos.health.series;

import dev.lifeos.health.vital.VitalType;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.time.TimeBucket;
import dev.lifeos.starter.time.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A series that is asked for. Holds the buckets, not the instants they were cut from, so that
 * people who ask at slightly different instants share a statement.
 *
 * @param spans the buckets, without gaps
 */
record SeriesQuery(VitalType type, TimeBucket bucket, ZoneId zone, List<TimeSpan> spans) {

  static final int MAX_BUCKETS = 400;
  private static final Duration LONGEST = Duration.ofDays(5 * 366);
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  static SeriesQuery of(VitalType type, TimeBucket bucket, ZoneId zone, Instant from, Instant to) {
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "The range must lie between 1900 and 2200.");
    }
    if (from.plus(LONGEST).isBefore(to)) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "The range may be five years at most.");
    }
    return new SeriesQuery(type, bucket, zone, bucket.cut(from, to, zone, MAX_BUCKETS));
  }

  Instant start() {
    return spans.getFirst().start();
  }

  Instant end() {
    return spans.getLast().end();
  }
}
