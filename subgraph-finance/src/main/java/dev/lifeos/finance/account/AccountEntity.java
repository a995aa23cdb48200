package dev.lifeos.finance.account;

import dev.lifeos.finance.input.Texts;
import dev.lifeos.finance.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored account, for opening and changing one. */
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // Filled by JPA.
class AccountEntity {

  @Id private UUID id;

  @Column(updatable = false)
  private UUID userId;

  private String name;

  @Enumerated(EnumType.STRING)
  @Column(length = 20, updatable = false)
  private AccountType type;

  private @Nullable String institution;
  private @Nullable String mask;

  @Column(updatable = false)
  private Currency currency;

  @Column(precision = 19, scale = 4, updatable = false)
  private BigDecimal openingBalance;

  @Column(updatable = false)
  private @Nullable LocalDate openedOn;

  // Only the statements that move money change it.
  @Column(precision = 28, scale = 4, updatable = false)
  private BigDecimal balance;

  // An object, so that an account without one is known to be new.
  @Version private Integer version;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant updatedAt;
  private @Nullable Instant closedAt;

  protected AccountEntity() {}

  AccountEntity(UUID id, UUID owner, CreateManualAccountInput input, Instant now) {
    this.id = id;
    userId = owner;
    name = input.name().strip();
    type = input.type();
    institution = Texts.strip(input.institution());
    mask = Texts.strip(input.mask());
    currency = input.currency();
    openingBalance = input.balance();
    balance = openingBalance;
    openedOn = input.openedOn();
    createdAt = now;
    updatedAt = now;
  }

  void change(UpdateAccountInput input, Instant now) {
    name = input.name() == null ? name : input.name().strip();
    institution = Texts.change(institution, input.institution());
    mask = Texts.change(mask, input.mask());
    updatedAt = now;
  }

  boolean isSettled() {
    return balance.signum() == 0;
  }

  void close(Instant now) {
    if (closedAt == null) {
      closedAt = now;
      updatedAt = now;
    }
  }

  Account toAccount() {
    return new Account(
        id,
        userId,
        name,
        type,
        institution,
        mask,
        new Money(balance, currency),
        new Money(openingBalance, currency),
        openedOn,
        createdAt,
        closedAt);
  }
}
