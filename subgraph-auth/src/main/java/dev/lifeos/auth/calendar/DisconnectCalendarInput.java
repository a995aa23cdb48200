package dev.lifeos.auth.calendar;

import java.util.UUID;

record DisconnectCalendarInput(UUID connectionId) {}
