package dev.lifeos.auth.admin;

import dev.lifeos.auth.data.AccountDeletionListener;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The account of the last administrator is deleted when there is another, and not before. */
@Component
class LastAdministratorStays implements AccountDeletionListener {

  private final Administrators administrators;

  LastAdministratorStays(Administrators administrators) {
    this.administrators = administrators;
  }

  @Override
  public void deletionRequested(UUID account) {
    administrators.requireAnother(account);
  }

  @Override
  public void accountDeleted(UUID account) {
    administrators.requireAnother(account);
  }
}
