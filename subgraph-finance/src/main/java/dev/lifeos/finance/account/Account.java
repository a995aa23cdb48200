package dev.lifeos.finance.account;

import dev.lifeos.finance.money.Money;
import dev.lifeos.starter.access.Owned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a person has or owes; the schema describes each part. */
public record Account(
    UUID id,
    UUID ownerId,
    String name,
    AccountType type,
    @Nullable String institution,
    @Nullable String mask,
    Money balance,
    Money openingBalance,
    @Nullable LocalDate openedOn,
    Instant createdAt,
    @Nullable Instant closedAt)
    implements Owned {

  /** The currency of all its amounts. */
  public Currency currency() {
    return balance.currency();
  }
}
