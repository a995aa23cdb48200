package dev.lifeos.auth.session;

import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.starter.error.InvalidInput;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that people can get in. */
@Component
public class WaysIn {

  private static final String LOCK = "SELECT id FROM account WHERE id = ? FOR UPDATE";

  private final JdbcClient jdbc;
  private final List<WayIn> ways;

  WaysIn(JdbcClient jdbc, List<WayIn> ways) {
    this.jdbc = jdbc;
    this.ways = ways;
  }

  /** Until the transaction ends, nobody else who asks adds or takes away a way of the person. */
  public void lock(UUID person) {
    jdbc.sql(LOCK).param(person).query(UUID.class).optional();
  }

  /**
   * Where ways are taken away, after {@link #lock}.
   *
   * @throws InvalidInput {@code LAST_WAY_IN} where none is left
   */
  public void requireOne(UUID person) {
    if (ways.stream().mapToInt(way -> way.count(person)).sum() == 0) {
      throw InvalidInput.of(
          AuthErrorCode.LAST_WAY_IN,
          "Nothing else would let you in: set a password or add a passkey first.",
          "input");
    }
  }
}
