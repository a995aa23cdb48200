package dev.lifeos.finance.transaction;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** Single transactions, always together with whose they are. */
interface TransactionRepository extends Repository<TransactionEntity, UUID> {

  /** Locks the transaction, so that the balance is changed by what it really was. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<TransactionEntity> findByIdAndUserId(UUID id, UUID userId);
}
