package dev.lifeos.finance.cashflow;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The cash flow of a batch of people. */
@DgsDataLoader(name = CashFlowLoader.NAME)
class CashFlowLoader extends OwnerBatchLoader<CashFlowQuery, List<CashFlowPoint>> {

  static final String NAME = "cashFlow";

  private final CashFlowReads reads;

  CashFlowLoader(CashFlowReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, List<CashFlowPoint>> load(Set<UUID> owners, CashFlowQuery query) {
    var found =
        reads.read(owners, query).stream()
            .collect(Collectors.groupingBy(CashFlowReads.Row::ownerId));
    var flows = new HashMap<UUID, List<CashFlowPoint>>();
    found.forEach((owner, rows) -> flows.put(owner, points(query, rows)));
    return flows;
  }

  @Override
  protected List<CashFlowPoint> none(CashFlowQuery query) {
    return points(query, List.of());
  }

  private static List<CashFlowPoint> points(CashFlowQuery query, List<CashFlowReads.Row> rows) {
    var amounts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    CashFlowReads.Row::place,
                    Collectors.toMap(row -> row.amount().currency(), CashFlowReads.Row::amount)));
    var currencies =
        rows.stream()
            .map(row -> row.amount().currency())
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();
    var points = new ArrayList<CashFlowPoint>();
    for (int i = 0; i < query.buckets().size(); i++) {
      var bucket = query.buckets().get(i);
      var inBucket = amounts.getOrDefault(i, Map.of());
      points.add(new CashFlowPoint(bucket.start(), bucket.end(), complete(currencies, inBucket)));
    }
    return List.copyOf(points);
  }

  private static List<CashFlowAmount> complete(
      List<Currency> currencies, Map<Currency, CashFlowAmount> amounts) {
    return currencies.stream()
        .map(currency ->
            Objects.requireNonNullElseGet(
                amounts.get(currency), () -> CashFlowAmount.none(currency)))
        .toList();
  }
}
