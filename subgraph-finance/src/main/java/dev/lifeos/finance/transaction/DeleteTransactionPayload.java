package dev.lifeos.finance.transaction;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;

/**
 * What {@code deleteTransaction} answers.
 *
 * @param accountId whose transaction it was; the account itself is fetched where it is asked for
 */
public record DeleteTransactionPayload(UUID deletedId, UUID accountId, List<UserError> errors) {}
