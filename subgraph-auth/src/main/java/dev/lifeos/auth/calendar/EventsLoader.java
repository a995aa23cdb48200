package dev.lifeos.auth.calendar;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pages of events for a batch of people. */
@DgsDataLoader(name = EventsLoader.NAME)
class EventsLoader extends OwnerBatchLoader<EventsQuery, Connection<CalendarEvent>> {

  static final String NAME = "calendarEvents";

  private final EventReads reads;

  EventsLoader(EventReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Connection<CalendarEvent>> load(Set<UUID> owners, EventsQuery query) {
    return reads.page(owners, query).stream()
        .collect(
            Collectors.groupingBy(
                CalendarEvent::accountId,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows -> Connection.of(rows, query.page(), EventsLoader::place))));
  }

  @Override
  protected Connection<CalendarEvent> none(EventsQuery query) {
    return Connection.empty();
  }

  private static Cursor place(CalendarEvent event) {
    return Cursor.of(event.place(), event.id());
  }
}
