package dev.lifeos.auth.app;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@DgsDataLoader(name = ConnectedAppsLoader.NAME)
class ConnectedAppsLoader extends OwnerBatchLoader<Page, Connection<ConnectedApp>> {

  static final String NAME = "connectedApps";

  private final ConnectedApps apps;

  ConnectedAppsLoader(ConnectedApps apps) {
    this.apps = apps;
  }

  @Override
  protected Map<UUID, Connection<ConnectedApp>> load(Set<UUID> owners, Page page) {
    return apps.page(owners, page).stream()
        .collect(
            Collectors.groupingBy(
                ConnectedApp::accountId,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows -> Connection.of(rows, page, ConnectedAppsLoader::place))));
  }

  @Override
  protected Connection<ConnectedApp> none(Page page) {
    return Connection.empty();
  }

  private static Cursor place(ConnectedApp app) {
    return Cursor.of(app.since(), app.id());
  }
}
