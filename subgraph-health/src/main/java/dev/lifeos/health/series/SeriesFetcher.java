package dev.lifeos.health.series;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.health.vital.VitalType;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.time.TimeBucket;
import dev.lifeos.starter.user.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A person's vitals over time. */
@DgsComponent
class SeriesFetcher {

  private static final Duration USUAL = Duration.ofDays(30);

  private final Clock clock;

  SeriesFetcher(Clock clock) {
    this.clock = clock;
  }

  @DgsData(parentType = "User", field = "vitalSeries")
  CompletableFuture<VitalSeries> vitalSeries(
      DgsDataFetchingEnvironment dfe,
      @Source User user,
      @InputArgument VitalType type,
      @InputArgument @Nullable Instant from,
      @InputArgument @Nullable Instant to,
      @InputArgument TimeBucket bucket,
      @InputArgument @Nullable ZoneId timeZone) {
    var end = to == null ? clock.instant() : to;
    var start = from == null ? end.minus(USUAL) : from;
    var zone = timeZone == null ? user.zone() : timeZone;
    var query = SeriesQuery.of(type, bucket, zone, start, end);
    return Loaders.load(dfe, SeriesLoader.NAME, user.id(), query);
  }
}
