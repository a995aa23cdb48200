package dev.lifeos.health.series;

import dev.lifeos.health.vital.Aggregation;
import dev.lifeos.health.vital.VitalType;
import dev.lifeos.starter.time.TimeBucket;
import java.time.ZoneId;
import java.util.List;

/** One type's readings over time; the schema describes each part. */
public record VitalSeries(
    VitalType type, TimeBucket bucket, ZoneId timeZone, List<VitalPoint> points) {

  /** The unit of all values. */
  public String unit() {
    return type.unit();
  }

  /** What a point's value is. */
  public Aggregation aggregation() {
    return type.aggregation();
  }
}
