package dev.lifeos.finance.account;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code closeAccount} answers. */
public record CloseAccountPayload(Account account, List<UserError> errors) {}
