package dev.lifeos.finance.transaction;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code categorizeTransactions} answers. */
public record CategorizeTransactionsPayload(
    List<Transaction> transactions, List<UserError> errors) {}
