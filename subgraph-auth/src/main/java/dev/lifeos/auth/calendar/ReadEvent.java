package dev.lifeos.auth.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept: between two instants, or of whole days.
 *
 * @param seriesId the series at Google that it belongs to
 * @param dayAfter the day after the last
 */
record ReadEvent(
    @Nullable String seriesId,
    @Nullable String title,
    @Nullable String location,
    @Nullable String url,
    boolean tentative,
    boolean busy,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate dayAfter) {

  // Where days end last.
  private static final ZoneOffset BEHIND_ALL = ZoneOffset.ofHours(-12);

  /** By when it is over, wherever on Earth. */
  Instant overBy() {
    return endsAt != null
        ? endsAt
        : Objects.requireNonNull(dayAfter).atStartOfDay(BEHIND_ALL).toInstant();
  }
}
