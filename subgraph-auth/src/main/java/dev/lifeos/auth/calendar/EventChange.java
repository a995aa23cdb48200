package dev.lifeos.auth.calendar;

import org.jspecify.annotations.Nullable;

/**
 * What Google says of one event.
 *
 * @param googleId its id there
 * @param event as it is now; null where it is gone
 */
record EventChange(String googleId, @Nullable ReadEvent event) {}
