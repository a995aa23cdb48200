package dev.lifeos.auth.session;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@DgsDataLoader(name = SessionsLoader.NAME)
class SessionsLoader extends OwnerBatchLoader<Page, Connection<Session>> {

  static final String NAME = "sessions";

  private final SessionReads reads;

  SessionsLoader(SessionReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Connection<Session>> load(Set<UUID> owners, Page page) {
    return reads.page(owners, page).stream()
        .collect(
            Collectors.groupingBy(
                Session::accountId,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows -> Connection.of(rows, page, SessionsLoader::place))));
  }

  @Override
  protected Connection<Session> none(Page page) {
    return Connection.empty();
  }

  private static Cursor place(Session session) {
    return Cursor.of(session.lastUsedAt(), session.id());
  }
}
