package dev.lifeos.finance.account;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts of many people at once. */
@Repository
class AccountReads {

  private static final String OF_PEOPLE =
      """
      SELECT a.* FROM account a
      WHERE a.user_id = ANY (cast(:owners AS uuid[])) AND (:includeClosed OR a.closed_at IS NULL)
      ORDER BY a.user_id, a.id
      """;
  private static final String BY_ID =
      "SELECT a.* FROM account a WHERE a.id = ANY (cast(:ids AS uuid[]))";

  // Two requests of one person must not both be the fiftieth. The lock ends with the transaction.
  private static final String TAKE_TURNS =
      "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(cast(:owner AS text), 0))";
  private static final String COUNT = "SELECT count(*) FROM account WHERE user_id = :owner";

  private final JdbcClient jdbc;

  AccountReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Account> ofPeople(Set<UUID> owners, boolean includeClosed) {
    return jdbc.sql(OF_PEOPLE)
        .param("owners", texts(owners))
        .param("includeClosed", includeClosed)
        .query(AccountRow::read)
        .list();
  }

  List<Account> byIds(Collection<UUID> ids) {
    return jdbc.sql(BY_ID).param("ids", texts(ids)).query(AccountRow::read).list();
  }

  /** How many accounts a person has; nobody else opens one for them until the transaction ends. */
  int lockedCount(UUID owner) {
    jdbc.sql(TAKE_TURNS).param("owner", owner).query(Integer.class).single();
    return jdbc.sql(COUNT).param("owner", owner).query(Integer.class).single();
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
