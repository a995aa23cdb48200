package dev.lifeos.finance.networth;

import dev.lifeos.finance.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds changes up to what one person had and owed at the end of each day. */
final class NetWorthHistory {

  /** One side of one currency's balance sheet. */
  private record Side(Currency currency, boolean owed) {}

  private final Map<Side, BigDecimal> totals = new HashMap<>();
  private final Map<Integer, List<NetWorthReads.Change>> changes = new HashMap<>();
  private final List<Currency> currencies;

  private NetWorthHistory(List<NetWorthReads.Change> all) {
    all.forEach(
        change -> changes.computeIfAbsent(change.place(), place -> new ArrayList<>()).add(change));
    currencies =
        all.stream()
            .map(NetWorthReads.Change::currency)
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();
  }

  static List<NetWorthPoint> points(NetWorthQuery query, List<NetWorthReads.Change> changes) {
    var history = new NetWorthHistory(changes);
    var points = new ArrayList<NetWorthPoint>();
    for (int i = 0; i < query.days().size(); i++) {
      history.advance(i);
      points.add(new NetWorthPoint(query.days().get(i), history.amounts()));
    }
    return List.copyOf(points);
  }

  private void advance(int place) {
    for (var change : changes.getOrDefault(place, List.of())) {
      totals.merge(new Side(change.currency(), change.owed()), change.amount(), BigDecimal::add);
    }
  }

  private List<NetWorthAmount> amounts() {
    return currencies.stream()
        .map(currency -> new NetWorthAmount(currency, side(currency, false), side(currency, true)))
        .toList();
  }

  private Money side(Currency currency, boolean owed) {
    var total = totals.getOrDefault(new Side(currency, owed), BigDecimal.ZERO);
    return new Money(total, currency);
  }
}
