package dev.lifeos.finance.networth;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.finance.calendar.CalendarBucket;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.time.Days;
import dev.lifeos.starter.user.User;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a person had and owed over time. */
@DgsComponent
class NetWorthFetcher {

  private final Clock clock;

  NetWorthFetcher(Clock clock) {
    this.clock = clock;
  }

  @DgsData(parentType = "User", field = "netWorth")
  CompletableFuture<List<NetWorthPoint>> netWorth(
      DgsDataFetchingEnvironment dfe,
      @InputArgument @Nullable LocalDate from,
      @InputArgument @Nullable LocalDate to,
      @InputArgument CalendarBucket bucket) {
    var user = dfe.<User>getSourceOrThrow();
    var end = to == null ? Days.of(clock.instant(), user.zone()) : to;
    var query = NetWorthQuery.of(bucket, bucket.range(from, end));
    return Loaders.load(dfe, NetWorthLoader.NAME, user.id(), query);
  }
}
