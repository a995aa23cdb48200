package dev.lifeos.auth.admin;

import dev.lifeos.auth.oversight.AccountLocks;
import dev.lifeos.auth.session.LoginGate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps people out whose account is locked, in whatever way they have shown who they are. */
@Component
class AccountGate implements LoginGate {

  private final AccountLocks locks;

  AccountGate(AccountLocks locks) {
    this.locks = locks;
  }

  @Override
  public void admit(UUID account) {
    locks.requireOpen(account);
  }
}
