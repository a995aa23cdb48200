package dev.lifeos.finance.account;

import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as far as its transactions need it, locked until the end of the transaction.
 *
 * @param openedOn the first day on which there can be any; null if there is no such
 */
public record LockedAccount(
    UUID id, Currency currency, @Nullable LocalDate openedOn, boolean closed) {}
