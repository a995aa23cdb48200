package dev.lifeos.finance.cashflow;

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

/** What came in and went out for a person. */
@DgsComponent
class CashFlowFetcher {

  private final Clock clock;

  CashFlowFetcher(Clock clock) {
    this.clock = clock;
  }

  @DgsData(parentType = "User", field = "cashFlow")
  CompletableFuture<List<CashFlowPoint>> cashFlow(
      DgsDataFetchingEnvironment dfe,
      @InputArgument @Nullable LocalDate from,
      @InputArgument @Nullable LocalDate to,
      @InputArgument CalendarBucket bucket) {
    var user = dfe.<User>getSourceOrThrow();
    var end = to == null ? Days.of(clock.instant(), user.zone()) : to;
    var query = new CashFlowQuery(bucket.cut(bucket.range(from, end)));
    return Loaders.load(dfe, CashFlowLoader.NAME, user.id(), query);
  }
}
