package dev.lifeos.finance.spending;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.finance.calendar.DateSpan;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Page;
import dev.lifeos.starter.time.Days;
import dev.lifeos.starter.user.User;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a person spent on what. */
@DgsComponent
class SpendingFetcher {

  private final Clock clock;

  SpendingFetcher(Clock clock) {
    this.clock = clock;
  }

  @DgsData(parentType = "User", field = "spending")
  CompletableFuture<List<SpendingGroup>> spending(
      DgsDataFetchingEnvironment dfe,
      @InputArgument SpendingGrouping groupBy,
      @InputArgument @Nullable LocalDate from,
      @InputArgument @Nullable LocalDate to,
      Page page) {
    var user = dfe.<User>getSourceOrThrow();
    var end = to == null ? Days.of(clock.instant(), user.zone()) : to;
    var range = DateSpan.asked(from == null ? groupBy.start(end) : from, end);
    var query = new SpendingQuery(groupBy, range, page.first());
    return Loaders.load(dfe, SpendingLoader.NAME, user.id(), query);
  }
}
