package dev.lifeos.auth.audit;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@DgsDataLoader(name = SecurityEventsLoader.NAME)
class SecurityEventsLoader extends OwnerBatchLoader<Page, Connection<SecurityEvent>> {

  static final String NAME = "securityEvents";

  private final SecurityEventReads reads;

  SecurityEventsLoader(SecurityEventReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Connection<SecurityEvent>> load(Set<UUID> owners, Page page) {
    return reads.page(owners, page).stream()
        .collect(
            Collectors.groupingBy(
                SecurityEvent::accountId,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows ->
                        Connection.of(rows, page, event -> Cursor.of(event.seq(), event.id())))));
  }

  @Override
  protected Connection<SecurityEvent> none(Page page) {
    return Connection.empty();
  }
}
