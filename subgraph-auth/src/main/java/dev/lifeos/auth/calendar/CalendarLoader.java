package dev.lifeos.auth.calendar;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calendars of a batch of people, by the person's id. */
@DgsDataLoader(name = CalendarLoader.NAME)
class CalendarLoader extends IdBatchLoader<ConnectedCalendar> {

  static final String NAME = "calendar";

  private final ConnectionReads reads;

  CalendarLoader(ConnectionReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, ConnectedCalendar> loadAll(Set<UUID> people) {
    return reads.of(people).stream()
        .collect(Collectors.toMap(ConnectedCalendar::accountId, Function.identity()));
  }
}
