package dev.lifeos.auth.calendar;

import java.time.Instant;

/** A time in which a person is busy; the schema describes each part. */
record BusyPeriod(Instant startsAt, Instant endsAt) {}
