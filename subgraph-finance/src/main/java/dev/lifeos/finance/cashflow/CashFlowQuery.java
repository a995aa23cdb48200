package dev.lifeos.finance.cashflow;

import dev.lifeos.finance.calendar.DateSpan;
import java.util.List;

/**
 * Which cash flow is asked for.
 *
 * @param buckets at least one, without gaps
 */
record CashFlowQuery(List<DateSpan> buckets) {}
