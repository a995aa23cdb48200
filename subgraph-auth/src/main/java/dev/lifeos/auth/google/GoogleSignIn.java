package dev.lifeos.auth.google;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.error.InvalidInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who somebody is who signs in by Google. Google's subject alone decides; an address never links
 * two accounts silently, even where Google vouches for it: whoever gets hold of an address that was
 * given up, or of a company's domain, would get the account that stands under it here.
 */
@Service
class GoogleSignIn {

  private final Identities identities;
  private final People people;
  private final SecurityLog log;
  private final TransactionTemplate transaction;

  GoogleSignIn(
      Identities identities, People people, SecurityLog log, TransactionTemplate transaction) {
    this.identities = identities;
    this.people = people;
    this.log = log;
    this.transaction = transaction;
  }

  User user(GoogleProfile google, CompleteOAuthInput input, Device device) {
    return known(google).orElseGet(() -> newcomer(google, input, device));
  }

  private Optional<User> known(GoogleProfile google) {
    return identities.use(google).flatMap(people::find);
  }

  private User newcomer(GoogleProfile google, CompleteOAuthInput input, Device device) {
    // First, so that nobody learns who has an account by an address that is not theirs.
    if (!google.emailVerified()) {
      throw refused(
          GoogleErrorCode.PROVIDER_EMAIL_UNVERIFIED,
          "Google does not know whether this address is yours: verify it there first.");
    }
    if (people.findByEmail(google.email()).isEmpty()) {
      var registered = transaction.execute(status -> register(google, input, device, status));
      if (registered != null) {
        return registered;
      }
    }
    // The same person may have come back twice at once, and this is the second.
    return known(google)
        .orElseThrow(() ->
            refused(
                GoogleErrorCode.LINK_REQUIRED,
                "This address has an account: log in to it, and link Google there."));
  }

  // Null where the address or the Google account was taken at this very moment.
  private @Nullable User register(
      GoogleProfile google, CompleteOAuthInput input, Device device, TransactionStatus status) {
    var user =
        people.registerVerified(google.email(), google.name(), input.timeZone(), input.locale());
    var identity = user.flatMap(registered -> identities.add(registered.id(), google));
    if (identity.isEmpty()) {
      status.setRollbackOnly();
      return null;
    }
    var account = identity.get().accountId();
    log.record(account, SecurityEventType.REGISTERED, device, Linking.facts(identity.get()));
    return user.get();
  }

  private static InvalidInput refused(GoogleErrorCode code, String message) {
    return InvalidInput.of(code, message, "input", "code");
  }
}
