package dev.lifeos.auth.calendar;

import dev.lifeos.starter.paging.Page;

record EventsQuery(Range range, Page page) {

  static final int MAX_DAYS = 366;
}
