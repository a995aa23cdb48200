package dev.lifeos.auth.calendar;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.google.CompleteOAuthPayload;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@DgsComponent
class CalendarFetcher {

  private final Calendars calendars;

  CalendarFetcher(Calendars calendars) {
    this.calendars = calendars;
  }

  @DgsData(parentType = "User", field = "calendar")
  CompletableFuture<ConnectedCalendar> calendar(@Source User user, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, CalendarLoader.NAME, user.id());
  }

  @DgsData(parentType = "CompleteOAuthPayload", field = "calendar")
  @Nullable CompletableFuture<ConnectedCalendar> connected(DgsDataFetchingEnvironment env) {
    // A payload that has nothing but errors is of another class.
    return env.getSource() instanceof CompleteOAuthPayload payload
            && payload.calendarOwner() != null
        ? Loaders.load(env, CalendarLoader.NAME, payload.calendarOwner())
        : null;
  }

  @DgsData(parentType = "User", field = "calendarEvents")
  CompletableFuture<Connection<CalendarEvent>> events(
      @Source User user,
      @InputArgument Instant from,
      @InputArgument Instant to,
      Page page,
      DgsDataFetchingEnvironment env) {
    var range = Range.of(from, to, user.timeZone(), EventsQuery.MAX_DAYS);
    return Loaders.load(env, EventsLoader.NAME, user.id(), new EventsQuery(range, page));
  }

  @DgsData(parentType = "User", field = "freeBusy")
  CompletableFuture<FreeBusy> freeBusy(
      @Source User user,
      @InputArgument Instant from,
      @InputArgument Instant to,
      DgsDataFetchingEnvironment env) {
    var range = Range.of(from, to, user.timeZone(), FreeBusy.MAX_DAYS);
    return Loaders.load(env, FreeBusyLoader.NAME, user.id(), range);
  }

  @DgsMutation
  SyncCalendarPayload syncCalendar(@InputArgument SyncCalendarInput input, Caller caller) {
    var calendar = calendars.sync(input.connectionId(), caller.personId());
    return new SyncCalendarPayload(calendar, List.of());
  }

  @DgsMutation
  DisconnectCalendarPayload disconnectCalendar(
      @InputArgument DisconnectCalendarInput input, Caller caller, Device device) {
    calendars.disconnect(input.connectionId(), caller.personId(), device);
    return new DisconnectCalendarPayload(input.connectionId(), List.of());
  }
}
