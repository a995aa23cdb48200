package dev.lifeos.auth.account;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.ids.Ids;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
   * What somebody says of themselves when they register, checked, with the password hashed: it
   * takes as long for an address that has an account.
   *
   * @throws InvalidInput where the name or the password will not do
   */
  public NewPerson check(
      String email,
      String password,
      String fullName,
      @Nullable ZoneId zone,
      @Nullable Locale locale) {
    var address = normal(email);
    var name = Names.valid(fullName, "fullName");
    passwords.requireGood(password, address, name, "password");
    return person(address, passwords.encode(password), name, zone, locale);
  }

  /** Makes the account of somebody whose address is known to be theirs; empty where it has one. */
  public Optional<User> register(NewPerson person) {
    return insert(person, false) ? findByEmail(person.email()) : Optional.empty();
  }

  /** The same for somebody without a password; empty where the address has an account. */
  public Optional<User> registerVerified(
      String email, String fullName, @Nullable ZoneId zone, @Nullable Locale locale) {
    return register(person(normal(email), null, Names.valid(fullName, "fullName"), zone, locale));
  }

  /** The person with that address and password. */
  public Optional<User> authenticate(String email, String password) {
    var account = accounts.findByEmail(normal(email));
    var hash = account.map(AccountEntity::passwordHash).orElse(null);
    return passwords.matches(password, hash) ? account.map(AccountEntity::user) : Optional.empty();
  }

  /** The person with that address. */
  public Optional<User> findByEmail(String email) {
    return accounts.findByEmail(normal(email)).map(AccountEntity::user);
  }

  /** The person with that id. */
  public Optional<User> find(UUID id) {
    return accounts.findById(id).map(AccountEntity::user);
  }

  /** The address as accounts have it: upper and lower case are the same. */
  public static String normal(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Whether the person can log in by a password. */
  public boolean hasPassword(UUID account) {
    return accounts.findById(account).map(AccountEntity::passwordHash).isPresent();
  }

  /** Whether that is the person's password. Slow; the caller counts attempts. */
  public boolean passwordIs(UUID account, String password) {
    return passwords.matches(
        password, accounts.findById(account).map(AccountEntity::passwordHash).orElse(null));
  }

  /** Whether that is the password somebody registered with. Slow; the caller counts attempts. */
  public boolean passwordIs(NewPerson person, String password) {
    return passwords.matches(password, person.passwordHash());
  }

  /**
   * A hash of a new password for the person.
   *
   * @param field of the input, for what is wrong with it
   * @throws InvalidInput where it will not do
   */
  public String newPassword(User person, String password, String field) {
    passwords.requireGood(password, person.email(), person.fullName(), field);
    return passwords.encode(password);
  }

  /** Gives the person another password. */
  @Transactional
  public void setPassword(UUID account, String hash) {
    change(account, found -> found.changePassword(hash));
  }

  /** The person has shown that the number is theirs. */
  @Transactional
  public void phoneVerified(UUID account, String number) {
    change(account, found -> found.call(number));
  }

  /** Makes an administrator where the address has no account yet; what is there stays. */
  User administrator(String email, String password) {
    var address = normal(email);
    if (accounts.findByEmail(address).isEmpty()) {
      insert(check(address, password, ADMINISTRATOR, null, null), true);
    }
    return accounts.findByEmail(address).orElseThrow().user();
  }

  // At once: whoever writes the security log holds the account by then, never the other way round.
  private void change(UUID account, Consumer<AccountEntity> change) {
    accounts.findById(account).ifPresent(change);
    accounts.flush();
  }

  private static NewPerson person(
      String email,
      @Nullable String hash,
      String name,
      @Nullable ZoneId zone,
      @Nullable Locale locale) {
    return new NewPerson(
        email,
        hash,
        name,
        zone == null ? ZoneOffset.UTC : zone,
        locale == null ? Locale.ENGLISH : locale);
  }

  private boolean insert(NewPerson person, boolean admin) {
    var inserted =
        transaction.execute(status ->
            accounts.insert(
                Ids.next(),
                person.email(),
                person.fullName(),
                zoneOf(person),
                person.locale().toLanguageTag(),
                admin,
                person.passwordHash(),
                clock.instant()));
    return Integer.valueOf(1).equals(inserted);
  }

  private static String zoneOf(NewPerson person) {
    return person.timeZone() == ZoneOffset.UTC ? "UTC" : person.timeZone().getId();
  }
}
