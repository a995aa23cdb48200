package dev.lifeos.finance.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** Single accounts, always together with whose they are. */
interface AccountRepository extends Repository<AccountEntity, UUID> {

  /** Locks the account, so that its balance stays what it is for the rest of the transaction. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<AccountEntity> findByIdAndUserId(UUID id, UUID userId);

  AccountEntity save(AccountEntity account);
}
