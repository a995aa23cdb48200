package dev.lifeos.auth.calendar;

import java.util.List;

/**
 * A page of a calendar.
 *
 * @param nextPage empty on the last
 * @param nextSync where the next sync goes on; on the last only
 */
record EventsPage(List<EventChange> changes, String nextPage, String nextSync) {}
