package dev.lifeos.health.vital;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A person's vitals, and vitals by id. */
@DgsComponent
class VitalFetcher {

  @DgsData(parentType = "User", field = "vitals")
  CompletableFuture<Connection<Vital>> vitals(
      DgsDataFetchingEnvironment dfe,
      @Source User user,
      @InputArgument @Nullable VitalFilter filter,
      Page page) {
    var withMetadata = dfe.getSelectionSet().contains("edges/node/metadata");
    var query = new VitalsQuery(filter == null ? VitalFilter.NONE : filter, page, withMetadata);
    return Loaders.load(dfe, VitalsLoader.NAME, user.id(), query);
  }

  @DgsData(parentType = "User", field = "latestVitals")
  CompletableFuture<List<Vital>> latestVitals(
      DgsDataFetchingEnvironment dfe,
      @Source User user,
      @InputArgument @Nullable List<VitalType> types) {
    var wanted = types == null ? Arrays.asList(VitalType.values()) : types;
    var withMetadata = dfe.getSelectionSet().contains("metadata");
    var query = new LatestQuery(wanted.stream().distinct().toList(), withMetadata);
    return Loaders.load(dfe, LatestVitalsLoader.NAME, user.id(), query);
  }

  @DgsEntityFetcher(name = "Vital")
  CompletableFuture<Vital> vital(Map<String, Object> key, DgsDataFetchingEnvironment dfe) {
    return Loaders.load(dfe, VitalByIdLoader.NAME, EntityKeys.id(key));
  }
}
