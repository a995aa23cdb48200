package dev.lifeos.auth.registration;

import dev.lifeos.auth.account.NewPerson;
import dev.lifeos.auth.key.OneTimeToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps registrations until their mail is answered. */
@Repository
class RegistrationWrites {

  private static final String INSERT =
      """
      INSERT INTO registration (token_hash, email, full_name, time_zone, locale, password_hash, expires_at)
      VALUES (:token, :email, :name, :zone, :locale, :hash, :expiry)
      """;

  private static final String FIND =
      """
      SELECT email, full_name, time_zone, locale, password_hash
      FROM registration WHERE token_hash = ? AND expires_at > ?
      """;

  // One statement: of two requests with one token, one gets the row.
  private static final String TAKE =
      """
      DELETE FROM registration WHERE token_hash = ? AND expires_at > ?
      RETURNING email, full_name, time_zone, locale, password_hash
      """;
  private static final String DELETE_OTHERS = "DELETE FROM registration WHERE email = ?";
  private static final String DELETE_EXPIRED = "DELETE FROM registration WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  RegistrationWrites(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(NewPerson person, OneTimeToken token, Duration lifetime) {
    jdbc.sql(INSERT)
        .param("token", token.digest())
        .param("email", person.email())
        .param("name", person.fullName())
        .param("zone", person.timeZone().getId())
        .param("locale", person.locale().toLanguageTag())
        .param("hash", person.passwordHash())
        .param("expiry", utc(clock.instant().plus(lifetime)))
        .update();
  }

  /** Who registered, without using the token up. */
  Optional<NewPerson> find(OneTimeToken token) {
    return ask(FIND, token);
  }

  Optional<NewPerson> take(OneTimeToken token) {
    return ask(TAKE, token);
  }

  private Optional<NewPerson> ask(String statement, OneTimeToken token) {
    return jdbc.sql(statement)
        .params(token.digest(), utc(clock.instant()))
        .query(RegistrationWrites::person)
        .optional();
  }

  void deleteOthers(String email) {
    jdbc.sql(DELETE_OTHERS).param(email).update();
  }

  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(utc(clock.instant())).update();
  }

  private static NewPerson person(ResultSet row, int number) throws SQLException {
    return new NewPerson(
        row.getString("email"),
        row.getString("password_hash"),
        row.getString("full_name"),
        ZoneId.of(row.getString("time_zone")),
        Locale.forLanguageTag(row.getString("locale")));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
