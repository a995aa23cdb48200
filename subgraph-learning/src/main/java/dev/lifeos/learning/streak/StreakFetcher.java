package dev.lifeos.learning.streak;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.time.Days;
import dev.lifeos.starter.user.User;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class StreakFetcher {

  private final Clock clock;

  StreakFetcher(Clock clock) {
    this.clock = clock;
  }

  @DgsData(parentType = "User", field = "streak")
  CompletableFuture<Streak> streak(@Source User user, DgsDataFetchingEnvironment env) {
    var today = Days.of(clock.instant(), user.zone());
    return Loaders.<Runs>load(env, RunsLoader.NAME, user.id())
        .thenApply(runs -> Streak.of(Objects.requireNonNullElse(runs, Runs.NONE), today));
  }

  @DgsData(parentType = "User", field = "achievements")
  CompletableFuture<List<Achievement>> achievements(
      @Source User user, DgsDataFetchingEnvironment env) {
    return Loaders.<List<Achievement>>load(env, AchievementsLoader.NAME, user.id())
        .thenApply(found -> Objects.requireNonNullElse(found, List.of()));
  }
}
