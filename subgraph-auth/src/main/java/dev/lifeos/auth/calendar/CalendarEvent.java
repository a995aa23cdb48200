package dev.lifeos.auth.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event; the schema describes each part.
 *
 * @param accountId whose; not in the schema
 * @param place where it stands in the list; not in the schema
 */
record CalendarEvent(
    UUID id,
    UUID accountId,
    Instant place,
    @Nullable String title,
    @Nullable String location,
    @Nullable URI url,
    Instant startsAt,
    Instant endsAt,
    boolean allDay,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    boolean tentative,
    boolean busy) {}
