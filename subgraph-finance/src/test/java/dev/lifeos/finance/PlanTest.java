package dev.lifeos.finance;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the database carries statements out, with enough in it for indexes to be worth while. */
public abstract class PlanTest extends FinanceTest {

  protected static final UUID SOMEBODY = new UUID(0, 7);

  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void fill() {
    var isThere =
        jdbc.sql("SELECT count(*) FROM account WHERE user_id = :id")
                .param("id", SOMEBODY)
                .query(Integer.class)
                .single()
            > 0;
    if (!isThere) {
      insert();
    }
  }

  // Twenty people with an account each, and a thousand transactions in each account.
  private void insert() {
    jdbc.sql(
            """
            INSERT INTO account (id, user_id, name, type, currency, opening_balance, balance, version,
              created_at, updated_at)
            SELECT id, id, 'Account', 'CHECKING', 'EUR', 0, 0, 0, now(), now()
            FROM generate_series(1, 20) AS n, cast(lpad(to_hex(n), 32, '0') AS uuid) AS id
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO transaction (id, user_id, account_id, amount, currency, booked_on, description,
              merchant_name, category, status, tags, created_at, updated_at)
            SELECT gen_random_uuid(), id, id, -n, 'EUR', date '2026-03-31' - n % 365, 'Something',
              'Merchant ' || n % 50, 'DINING', 'POSTED', '{}', now(), now()
            FROM generate_series(1, 20000) AS n,
              cast(lpad(to_hex(n % 20 + 1), 32, '0') AS uuid) AS id
            """)
        .update();
    // The server commits asynchronously: VACUUM takes rows for visible only once they are flushed.
    jdbc.sql("CHECKPOINT").update();
    jdbc.sql("VACUUM ANALYZE transaction, account").update();
  }

  protected String plan(String statement, Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    all.putIfAbsent("owners", new String[] {SOMEBODY.toString()});
    return jdbc.sql("EXPLAIN " + statement).params(all).query(String.class).list().stream()
        .collect(Collectors.joining("\n"));
  }
}
