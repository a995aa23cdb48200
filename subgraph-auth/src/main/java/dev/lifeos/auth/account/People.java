package dev.lifeos.auth.account;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.ids.Ids;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers people and knows them again. */
@Component
public class People {

  private static final String ADMINISTRATOR = "Administrator";

  private final Accounts accounts;
  private final Passwords passwords;
  private final Clock clock;
  private final TransactionTemplate transaction;

  People(Accounts accounts, Passwords passwords, Clock clock, TransactionTemplate transaction) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Makes an account.
   *
   * @throws InvalidInput where the address has one, or the name or the password will not do
   */
  public User register(
      String email,
      String password,
      String fullName,
      @Nullable ZoneId zone,
      @Nullable Locale locale) {
    var address = normal(email);
    var name = Names.valid(fullName, "fullName");
    passwords.requireGood(password, address, name);
    if (!insert(address, password, name, zone, locale, false)) {
      throw InvalidInput.of(
          UserErrorCode.ALREADY_EXISTS, "This address has an account.", "input", "email");
    }
    return accounts.findByEmail(address).orElseThrow().user();
  }

  /** The person with that address and password. */
  public Optional<User> authenticate(String email, String password) {
    var account = accounts.findByEmail(normal(email));
    var hash = account.map(AccountEntity::passwordHash).orElse(null);
    return passwords.matches(password, hash) ? account.map(AccountEntity::user) : Optional.empty();
  }

  /** The person with that id. */
  public Optional<User> find(UUID id) {
    return accounts.findById(id).map(AccountEntity::user);
  }

  /** The address as accounts have it: upper and lower case are the same. */
  public static String normal(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Makes an administrator where the address has no account yet; what is there stays. */
  User administrator(String email, String password) {
    var address = normal(email);
    if (accounts.findByEmail(address).isEmpty()) {
      passwords.requireGood(password, address, ADMINISTRATOR);
      insert(address, password, ADMINISTRATOR, null, null, true);
    }
    return accounts.findByEmail(address).orElseThrow().user();
  }

  // The slow hash is made before the transaction begins, so that no connection waits for it.
  private boolean insert(
      String address,
      String password,
      String name,
      @Nullable ZoneId zone,
      @Nullable Locale locale,
      boolean admin) {
    var hash = passwords.encode(password);
    var zoneId = zone == null ? "UTC" : zone.getId();
    var language = locale == null ? "en" : locale.toLanguageTag();
    var inserted =
        transaction.execute(status ->
            accounts.insert(
                Ids.next(), address, name, zoneId, language, admin, hash, clock.instant()));
    return Integer.valueOf(1).equals(inserted);
  }
}
