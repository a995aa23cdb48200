package dev.lifeos.finance.account;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code createManualAccount} answers. */
public record CreateManualAccountPayload(Account account, List<UserError> errors) {}
