package dev.lifeos.finance.networth;

import dev.lifeos.finance.calendar.CalendarBucket;
import dev.lifeos.finance.calendar.DateSpan;
import java.time.LocalDate;
import java.util.List;

/**
 * At which days' ends the net worth is asked for.
 *
 * @param days at least one, in their order
 */
record NetWorthQuery(List<LocalDate> days) {

  static NetWorthQuery of(CalendarBucket bucket, DateSpan range) {
    var days =
        bucket.cut(range).stream()
            .map(DateSpan::end)
            .map(end -> end.isAfter(range.end()) ? range.end() : end)
            .toList();
    return new NetWorthQuery(days);
  }
}
