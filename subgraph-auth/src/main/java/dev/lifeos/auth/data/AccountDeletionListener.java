package dev.lifeos.auth.data;

import java.util.UUID;

/**
 * Hears of each account that is deleted, in the transaction that deletes it; a bean for each
 * feature that keeps something of people elsewhere than in rows that go with the account's. The
 * other domains are to hear of it here too: by one bean that appends the event {@code UserDeleted}
 * to the outbox.
 */
public interface AccountDeletionListener {

  /** Somebody asks for it; an {@code InvalidInput} thrown here refuses, with its reason. */
  default void deletionRequested(UUID account) {}

  /** The account and its rows go with this transaction, or stay where this throws. */
  void accountDeleted(UUID account);
}
