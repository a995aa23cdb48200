package dev.lifeos.finance.account;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code updateAccount} answers. */
public record UpdateAccountPayload(Account account, List<UserError> errors) {}
