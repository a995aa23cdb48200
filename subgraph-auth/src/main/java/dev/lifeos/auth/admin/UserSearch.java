package dev.lifeos.auth.admin;

import dev.lifeos.auth.account.UserAccount;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.oversight.AdminAudit;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks people up, and tells them. */
@Service
class UserSearch {

  private final AccountRows accounts;
  private final AdminAudit audit;

  UserSearch(AccountRows accounts, AdminAudit audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @Transactional
  Connection<UserAccount> page(UserFilter filter, Page page, Caller caller, Device device) {
    var rows = accounts.page(filter, page);
    var found = Connection.of(rows, page, account -> Cursor.of(account.email()));
    var seen = found.edges().stream().map(edge -> edge.node().id()).toList();
    audit.read(caller, device, seen);
    return found;
  }

  @Transactional
  Optional<UserAccount> find(UUID id, Caller caller, Device device) {
    var found = accounts.find(id);
    audit.read(caller, device, found.map(UserAccount::id).stream().toList());
    return found;
  }
}
