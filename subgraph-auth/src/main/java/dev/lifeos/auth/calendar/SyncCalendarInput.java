package dev.lifeos.auth.calendar;

import java.util.UUID;

record SyncCalendarInput(UUID connectionId) {}
