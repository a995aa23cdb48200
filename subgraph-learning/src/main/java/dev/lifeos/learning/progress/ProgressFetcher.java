package dev.lifeos.learning.progress;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.starter.access.EntityKeys;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Page;
import dev.lifeos.starter.user.User;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@DgsComponent
class ProgressFetcher {

  @DgsData(parentType = "User", field = "progress")
  CompletableFuture<Connection<Progress>> progress(
      @Source User user,
      @InputArgument @Nullable ProgressFilter filter,
      Page page,
      DgsDataFetchingEnvironment env) {
    var selected = env.getSelectionSet();
    var query =
        new ProgressQuery(
            filter == null ? null : filter.completed(),
            page,
            selected.contains("edges/node/nextLesson"),
            selected.contains("edges/node/timeSpentSeconds"));
    return Loaders.load(env, ProgressLoader.NAME, user.id(), query);
  }

  @DgsData(parentType = "User", field = "progressIn")
  CompletableFuture<Optional<Progress>> progressIn(
      @Source User user, @InputArgument UUID courseId, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, ProgressInLoader.NAME, user.id(), courseId);
  }

  @DgsEntityFetcher(name = "Progress")
  CompletableFuture<Progress> progress(Map<String, Object> key, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, ProgressByIdLoader.NAME, EntityKeys.id(key));
  }
}
