package dev.lifeos.finance.transaction;

/** What {@code deleteTransaction} takes. */
record DeleteTransactionInput(String id) {}
