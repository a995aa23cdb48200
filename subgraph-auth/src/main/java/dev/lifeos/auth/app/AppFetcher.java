package dev.lifeos.auth.app;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.access.Owned;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

@DgsComponent
@Validated
class AppFetcher {

  private final Apps apps;
  private final Registry registry;

  AppFetcher(Apps apps, Registry registry) {
    this.apps = apps;
    this.registry = registry;
  }

  @DgsQuery
  @Nullable App app(@InputArgument UUID clientId) {
    return apps.find(clientId).orElse(null);
  }

  @DgsQuery
  Connection<App> apps(Page page) {
    return Connection.of(apps.page(page), page, app -> Cursor.of(app.clientId()));
  }

  @DgsData(parentType = "User", field = "connectedApps")
  CompletableFuture<Connection<ConnectedApp>> connectedApps(
      Page page, DgsDataFetchingEnvironment env) {
    Owned person = Objects.requireNonNull(env.getSource());
    return Loaders.load(env, ConnectedAppsLoader.NAME, person.ownerId(), page);
  }

  @DgsMutation
  RegisterAppPayload registerApp(
      @InputArgument @Valid RegisterAppInput input, Caller caller, Device device) {
    return registry.register(input, caller, device);
  }

  @DgsMutation
  RenewAppSecretPayload renewAppSecret(
      @InputArgument RenewAppSecretInput input, Caller caller, Device device) {
    var secret = registry.renewSecret(input.clientId(), caller, device);
    return new RenewAppSecretPayload(secret.value(), List.of());
  }

  @DgsMutation
  RemoveAppPayload removeApp(@InputArgument RemoveAppInput input, Caller caller, Device device) {
    registry.remove(input.clientId(), caller, device);
    return new RemoveAppPayload(input.clientId(), List.of());
  }
}
