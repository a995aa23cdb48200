package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.GoogleProperties;
import dev.lifeos.simulators.google.account.GoogleAccount;
import dev.lifeos.simulators.google.account.GoogleAccounts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a test does to people at Google: nothing of it is in Google's contract. */
@RestController
@RequestMapping("/control/google")
class GoogleControl {
  record Wish(@Nullable String name, @Nullable Boolean emailVerified) {}

  private final GoogleProperties google;
  private final GoogleAccounts accounts;
  private final Grants grants;
  private final GoogleKey key;

  GoogleControl(GoogleProperties google, GoogleAccounts accounts, Grants grants, GoogleKey key) {
    this.google = google;
    this.accounts = accounts;
    this.grants = grants;
    this.key = key;
  }

  @GetMapping("/accounts")
  List<GoogleAccount> accounts() {
    return accounts.all();
  }

  /** Makes or changes an account: {@code name}, {@code emailVerified}. */
  @PutMapping("/accounts/{email}")
  GoogleAccount put(@PathVariable String email, @RequestBody Wish wish) {
    accounts.enter(email, Objects.requireNonNullElse(wish.name(), ""));
    return accounts.verified(email, Objects.requireNonNullElse(wish.emailVerified(), true));
  }

  /** What the person has allowed the application. */
  @GetMapping("/accounts/{email}/grants")
  Map<String, Object> grants(@PathVariable String email) {
    return Map.of("scopes", grants.consented(google.clientId(), known(email)));
  }

  /** The person takes back all that they allowed. */
  @PostMapping("/accounts/{email}/revoke")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String email) {
    grants.revoke(google.clientId(), known(email));
  }

  /** The person's access tokens end; the refresh tokens stay. */
  @PostMapping("/accounts/{email}/expire-access-tokens")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void expire(@PathVariable String email) {
    grants.expire(google.clientId(), known(email));
  }

  /** Google signs with a new key from now on; the old one stays published until the next time. */
  @PostMapping("/rotate-key")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rotate() {
    key.rotate();
  }

  private String known(String email) {
    return accounts.enter(email, "").email();
  }
}
