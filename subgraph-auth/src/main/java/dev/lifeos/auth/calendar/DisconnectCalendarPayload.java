package dev.lifeos.auth.calendar;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;

/** What disconnecting gave. */
record DisconnectCalendarPayload(UUID connectionId, List<UserError> errors) {}
