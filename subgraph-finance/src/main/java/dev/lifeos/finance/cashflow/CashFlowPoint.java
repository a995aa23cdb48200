package dev.lifeos.finance.cashflow;

import java.time.LocalDate;
import java.util.List;

/** What came in and went out in one bucket; the schema describes each part. */
public record CashFlowPoint(LocalDate start, LocalDate end, List<CashFlowAmount> amounts) {}
