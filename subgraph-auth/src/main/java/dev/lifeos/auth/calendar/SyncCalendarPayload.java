package dev.lifeos.auth.calendar;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What asking for a sync gave. */
record SyncCalendarPayload(ConnectedCalendar calendar, List<UserError> errors) {}
