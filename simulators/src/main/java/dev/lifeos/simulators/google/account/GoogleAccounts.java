package dev.lifeos.simulators.google.account;

import dev.lifeos.simulators.google.Bounded;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts at Google, in memory: two to choose, and whoever is typed in. */
@Component
public class GoogleAccounts {
  private static final int MOST = 1_000;

  private final Map<String, GoogleAccount> byEmail = new Bounded<>(MOST);

  GoogleAccounts() {
    enter("dana.demo@gmail.com", "Dana Demo");
    enter("sam.sample@gmail.com", "Sam Sample");
  }

  /** The account of an address; made when there is none, and named anew where a name is given. */
  public synchronized GoogleAccount enter(String email, String name) {
    String key = key(email);
    GoogleAccount known = byEmail.get(key);
    GoogleAccount account =
        known == null
            ? GoogleAccount.of(key, name.isBlank() ? key.replaceFirst("@.*", "") : name.strip())
            : known.named(name.isBlank() ? known.name() : name.strip());
    byEmail.put(key, account);
    return account;
  }

  /** Says whether Google knows that the address is theirs. */
  public synchronized GoogleAccount verified(String email, boolean is) {
    GoogleAccount account = enter(email, "").verified(is);
    byEmail.put(account.email(), account);
    return account;
  }

  /** The account of an address. */
  public synchronized Optional<GoogleAccount> find(String email) {
    return Optional.ofNullable(byEmail.get(key(email)));
  }

  /** All accounts, the first made first. */
  public synchronized List<GoogleAccount> all() {
    return List.copyOf(byEmail.values());
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
