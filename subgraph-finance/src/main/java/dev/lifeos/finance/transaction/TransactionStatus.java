package dev.lifeos.finance.transaction;

/** Whether a transaction is final. */
public enum TransactionStatus {
  /** Announced: it does not count. */
  PENDING,
  /** Booked. */
  POSTED
}
