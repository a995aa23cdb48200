package dev.lifeos.launcher.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Opens the accounts and records the year of transactions; what is there already is not sent again.
 */
final class DemoMoney {
  private static final int BATCH = 500;

  private final GraphQlClient client;
  private final DemoPerson person;
  private final LocalDate yesterday;

  DemoMoney(GraphQlClient client, DemoPerson person, Clock clock) {
    this.client = client;
    this.person = person;
    this.yesterday = LocalDate.ofInstant(clock.instant(), person.zone()).minusDays(1);
  }

  /** Answers how many transactions were recorded. */
  int record() {
    JsonNode me = client.send("moneySoFar", Map.of()).path("me");
    LocalDate first = yesterday.minusYears(1);
    Map<Purse, String> accounts = accounts(me.path("accounts"), first);
    JsonNode newest = me.at("/transactions/edges/0/node/date");
    LocalDate from = newest.isString() ? LocalDate.parse(newest.asString()).plusDays(1) : first;
    if (from.isAfter(yesterday)) {
      return 0;
    }
    List<List<Movement>> batches = batches(from);
    batches.forEach(batch -> send(batch, accounts));
    return batches.stream().mapToInt(List::size).sum();
  }

  private Map<Purse, String> accounts(JsonNode existing, LocalDate openedOn) {
    Map<Purse, String> ids = new EnumMap<>(Purse.class);
    for (Purse purse : Purse.values()) {
      ids.put(
          purse,
          existing
              .valueStream()
              .filter(account -> account.path("name").asString("").equals(purse.title()))
              .map(account -> account.path("id").asString(""))
              .findFirst()
              .orElseGet(() -> open(purse, openedOn)));
    }
    return ids;
  }

  private String open(Purse purse, LocalDate openedOn) {
    return client
        .mutate(
            "createManualAccount",
            Map.of(
                "name", purse.title(),
                "type", purse.type(),
                "currency", Money.CURRENCY,
                "openingBalance", purse.opening().toPlainString(),
                "openedOn", openedOn.toString(),
                "institution", "Harbour Bank"))
        .at("/account/id")
        .asString();
  }

  // Whole days only: so the newest day that is there is there completely, and one can go on after
  // it.
  private List<List<Movement>> batches(LocalDate from) {
    List<List<Movement>> batches = new ArrayList<>();
    batches.add(new ArrayList<>());
    from.datesUntil(yesterday.plusDays(1))
        .map(day -> MoneyDay.of(person.seed(), day))
        .forEach(day -> add(batches, day));
    batches.removeIf(List::isEmpty);
    return batches;
  }

  private static void add(List<List<Movement>> batches, List<Movement> day) {
    if (batches.getLast().size() + day.size() > BATCH) {
      batches.add(new ArrayList<>());
    }
    batches.getLast().addAll(day);
  }

  private void send(List<Movement> batch, Map<Purse, String> accounts) {
    client.mutate(
        "recordTransactions",
        Map.of("transactions", batch.stream().map(movement -> input(movement, accounts)).toList()));
  }

  private static Map<String, Object> input(Movement movement, Map<Purse, String> accounts) {
    return Map.of(
        "accountId", String.valueOf(accounts.get(movement.purse())),
        "amount", movement.amount().toPlainString(),
        "date", movement.date().toString(),
        "description", movement.description(),
        "merchantName", movement.merchant(),
        "category", movement.purpose().name());
  }
}
