package dev.lifeos.auth.factor.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.factor.common.FactorNotice;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Finds out by a passkey who somebody is. */
@Component
public class PasskeyLogin {

  private static final int MAX_OF_ONE_PLACE = 300;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final PasskeyChallenges challenges;
  private final Ceremonies ceremonies;
  private final WebAuthnRelyingPartyOperations operations;
  private final PasskeyReads passkeys;
  private final FactorNotice notice;
  private final Throttle throttle;
  private final TransactionTemplate transaction;

  PasskeyLogin(
      PasskeyChallenges challenges,
      Ceremonies ceremonies,
      WebAuthnRelyingPartyOperations operations,
      PasskeyReads passkeys,
      FactorNotice notice,
      Throttle throttle,
      TransactionTemplate transaction) {
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.operations = operations;
    this.passkeys = passkeys;
    this.notice = notice;
    this.throttle = throttle;
    this.transaction = transaction;
  }

  /**
   * Makes sure that the person has one of their passkeys at hand. Not within a transaction.
   *
   * @throws InvalidInput where they have not
   */
  public void stepUp(PasskeyAnswer answer, UUID person, Device device) {
    prove(answer, PasskeyPurpose.STEP_UP, person, device);
  }

  /** Whose passkey it is. Not within a transaction. */
  UUID logIn(PasskeyAnswer answer, Device device) {
    return prove(answer, PasskeyPurpose.LOG_IN, null, device);
  }

  /**
   * Anybody may begin, and each time takes a row for some minutes: not too often from one place.
   */
  PasskeyChallenge begin(PasskeyPurpose purpose, Device device) {
    if (device.ip() != null) {
      throttle.attempt("passkey-begin", device.ip(), MAX_OF_ONE_PLACE, WINDOW);
    }
    var begun = challenges.begin(purpose);
    return PasskeyChallenge.of(begun, ceremonies.request(begun.challenge()));
  }

  private UUID prove(
      PasskeyAnswer answer, PasskeyPurpose purpose, @Nullable UUID person, Device device) {
    var challenge = challenges.take(answer.token(), purpose, null).challenge();
    var credential = PasskeyJson.assertion(answer.credential());
    var passkey = passkeys.byCredential(credential.getRawId().getBytes());
    if (passkey == null || (person != null && !passkey.accountId().equals(person))) {
      throw PasskeyJson.refused();
    }
    try {
      transaction.executeWithoutResult(status -> verify(credential, challenge));
    } catch (MaliciousCounterValueException | ClonedPasskey cloned) {
      notice.failed(passkey.accountId(), device, "passkey (a copy)");
      throw PasskeyJson.refused();
    } catch (WebAuthnException | JacksonException | IllegalArgumentException refused) {
      throw PasskeyJson.refused();
    }
    return passkey.accountId();
  }

  // The user handle is not looked at by the library, though it must be there and be the owner's.
  private void verify(
      PublicKeyCredential<AuthenticatorAssertionResponse> credential, Bytes challenge) {
    var owner =
        operations.authenticate(
            new RelyingPartyAuthenticationRequest(ceremonies.request(challenge), credential));
    if (!Objects.equals(credential.getResponse().getUserHandle(), owner.getId())
        || !credential.getId().equals(credential.getRawId().toBase64UrlString())) {
      throw new IllegalArgumentException("the credential is not the user's");
    }
  }
}
