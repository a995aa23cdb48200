package dev.lifeos.finance.spending;

import dev.lifeos.finance.calendar.DateSpan;

/** Which spending is asked for. */
record SpendingQuery(SpendingGrouping grouping, DateSpan range, int first) {}
