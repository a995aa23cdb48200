package dev.lifeos.auth.factor.passkey;

import dev.lifeos.auth.factor.common.FactorErrorCode;
import dev.lifeos.auth.session.WayIn;
import dev.lifeos.starter.error.InvalidInput;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that people can get in. */
@Component
class WaysIn {

  private static final String LOCK = "SELECT id FROM account WHERE id = ? FOR UPDATE";

  private final JdbcClient jdbc;
  private final List<WayIn> ways;

  WaysIn(JdbcClient jdbc, List<WayIn> ways) {
    this.jdbc = jdbc;
    this.ways = ways;
  }

  /** Until the transaction ends, nobody else who asks adds or takes away a way of the person. */
  void lock(UUID person) {
    jdbc.sql(LOCK).param(person).query(UUID.class).optional();
  }

  /** Throws where no way is left. */
  void requireOne(UUID person) {
    if (ways.stream().mapToInt(way -> way.count(person)).sum() == 0) {
      throw InvalidInput.of(
          FactorErrorCode.LAST_WAY_IN,
          "Nothing else would let you in: set a password, or add another passkey, first.",
          "input");
    }
  }
}
