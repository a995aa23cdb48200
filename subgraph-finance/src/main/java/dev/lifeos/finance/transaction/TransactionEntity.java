package dev.lifeos.finance.transaction;

import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.finance.input.Texts;
import dev.lifeos.finance.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A stored transaction, for changing one. */
@Entity
@Table(name = "transaction")
@SuppressWarnings("NullAway.Init") // Filled by JPA.
class TransactionEntity {

  @Id private UUID id;

  @Column(updatable = false)
  private UUID userId;

  @Column(updatable = false)
  private UUID accountId;

  @Column(precision = 19, scale = 4)
  private BigDecimal amount;

  @Column(updatable = false)
  private Currency currency;

  private LocalDate bookedOn;
  private String description;
  private @Nullable String merchantName;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private SpendingCategory category;

  @Enumerated(EnumType.STRING)
  @Column(length = 10)
  private TransactionStatus status;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> tags;

  private @Nullable String notes;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant updatedAt;

  protected TransactionEntity() {}

  UUID accountId() {
    return accountId;
  }

  /** By how much the account's balance holds it. */
  BigDecimal counted() {
    return status == TransactionStatus.POSTED ? amount : BigDecimal.ZERO;
  }

  /** Takes over what is different; what is not, leaves the row untouched. */
  void change(UpdateTransactionInput input, Instant now) {
    var before = toTransaction();
    amount = Objects.requireNonNullElse(input.amount(), amount);
    bookedOn = Objects.requireNonNullElse(input.date(), bookedOn);
    description = input.description() == null ? description : input.description().strip();
    merchantName = Texts.change(merchantName, input.merchantName());
    category = Objects.requireNonNullElse(input.category(), category);
    status = Objects.requireNonNullElse(input.status(), status);
    tags = input.tags() == null ? tags : TransactionInput.distinct(input.tags());
    notes = Texts.change(notes, input.notes());
    updatedAt = toTransaction().equals(before) ? updatedAt : now;
  }

  Transaction toTransaction() {
    return new Transaction(
        id,
        userId,
        accountId,
        new Money(amount, currency),
        bookedOn,
        description,
        merchantName,
        category,
        status,
        List.copyOf(tags),
        notes,
        createdAt,
        updatedAt);
  }
}
