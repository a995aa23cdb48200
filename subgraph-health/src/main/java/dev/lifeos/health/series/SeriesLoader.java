package dev.lifeos.health.series;

import static dev.lifeos.health.vital.Decimals.plain;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.health.vital.Aggregation;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.time.Days;
import dev.lifeos.starter.time.TimeSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One series for a batch of people. */
@DgsDataLoader(name = SeriesLoader.NAME)
class SeriesLoader extends OwnerBatchLoader<SeriesQuery, VitalSeries> {

  static final String NAME = "vitalSeries";

  private final SeriesReads reads;

  SeriesLoader(SeriesReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, VitalSeries> load(Set<UUID> owners, SeriesQuery query) {
    var found = reads.read(owners, query).stream().collect(Collectors.groupingBy(Bucket::ownerId));
    var series = new HashMap<UUID, VitalSeries>();
    found.forEach((owner, buckets) -> series.put(owner, series(query, buckets)));
    return series;
  }

  @Override
  protected VitalSeries none(SeriesQuery query) {
    return series(query, List.of());
  }

  private static VitalSeries series(SeriesQuery query, List<Bucket> buckets) {
    var byPlace = buckets.stream().collect(Collectors.toMap(Bucket::place, bucket -> bucket));
    var points = new ArrayList<VitalPoint>();
    for (int i = 0; i < query.spans().size(); i++) {
      points.add(point(query, query.spans().get(i), byPlace.get(i)));
    }
    return new VitalSeries(query.type(), query.bucket(), query.zone(), List.copyOf(points));
  }

  private static VitalPoint point(SeriesQuery query, TimeSpan span, @Nullable Bucket bucket) {
    var day = Days.of(span.start(), query.zone());
    if (bucket == null) {
      return new VitalPoint(span.start(), span.end(), day, null, null, null, null, null, 0);
    }
    var isSummed = query.type().aggregation() == Aggregation.SUM;
    var sum = plain(bucket.sum());
    var average = plain(bucket.average());
    return new VitalPoint(
        span.start(),
        span.end(),
        day,
        isSummed ? sum : average,
        average,
        plain(bucket.min()),
        plain(bucket.max()),
        isSummed ? sum : null,
        bucket.count());
  }
}
