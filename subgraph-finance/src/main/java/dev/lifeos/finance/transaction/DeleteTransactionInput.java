package dev.lifeos.finance.transaction;

import java.util.UUID;

/** What {@code deleteTransaction} takes. */
record DeleteTransactionInput(UUID id) {}
