package dev.lifeos.auth.admin;

import dev.lifeos.auth.account.UserAccount;
import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What an administrator's change gave. */
record AccountPayload(UserAccount account, List<UserError> errors) {

  static AccountPayload of(UserAccount account) {
    return new AccountPayload(account, List.of());
  }
}
