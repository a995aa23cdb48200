package dev.lifeos.finance.networth;

import java.time.LocalDate;
import java.util.List;

/** What a person had and owed at the end of a day; the schema describes each part. */
public record NetWorthPoint(LocalDate date, List<NetWorthAmount> amounts) {}
