package dev.lifeos.auth.factor.passkey;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.util.exception.WebAuthnException;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.factor.common.FactorNotice;
import dev.lifeos.auth.session.WaysIn;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.input.TextSize;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Adds passkeys. */
@Service
class PasskeyRegistration {

  private static final int MAX_LABEL = 100;
  private static final int MAX = 10;

  private final PasskeyChallenges challenges;
  private final Ceremonies ceremonies;
  private final WebAuthnRelyingPartyOperations operations;
  private final PasskeyUsers users;
  private final PasskeyCredentials credentials;
  private final PasskeyReads passkeys;
  private final WaysIn waysIn;
  private final FactorNotice notice;
  private final TransactionTemplate transaction;

  PasskeyRegistration(
      PasskeyChallenges challenges,
      Ceremonies ceremonies,
      WebAuthnRelyingPartyOperations operations,
      PasskeyUsers users,
      PasskeyCredentials credentials,
      PasskeyReads passkeys,
      WaysIn waysIn,
      FactorNotice notice,
      TransactionTemplate transaction) {
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.operations = operations;
    this.users = users;
    this.credentials = credentials;
    this.passkeys = passkeys;
    this.waysIn = waysIn;
    this.notice = notice;
    this.transaction = transaction;
  }

  @Transactional
  PasskeyChallenge begin(User person, String label) {
    var name = valid(label);
    requireRoom(person.id());
    var user = users.of(person);
    var begun = challenges.begin(PasskeyPurpose.REGISTER, person.id(), name);
    return PasskeyChallenge.of(
        begun,
        ceremonies.creation(user, begun.challenge(), credentials.findByUserId(user.getId())));
  }

  /** The new passkey. Not within a transaction: the challenge is gone whatever comes. */
  Passkey finish(User person, PasskeyAnswer answer, Device device) {
    var taken = challenges.take(answer.token(), PasskeyPurpose.REGISTER, person.id());
    var credential = PasskeyJson.attestation(answer.credential());
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> add(person, taken, credential, device)));
    } catch (WebAuthnException
        | JacksonException
        | IllegalArgumentException
        | DuplicateKeyException refused) {
      throw PasskeyJson.refused();
    }
  }

  private Passkey add(
      User person,
      PasskeyChallenges.Taken taken,
      PublicKeyCredential<AuthenticatorAttestationResponse> credential,
      Device device) {
    waysIn.lock(person.id());
    requireRoom(person.id());
    var user = users.of(person);
    var options =
        ceremonies.creation(user, taken.challenge(), credentials.findByUserId(user.getId()));
    var label = Objects.requireNonNull(taken.label());
    var added =
        operations.registerCredential(
            new ImmutableRelyingPartyRegistrationRequest(
                options, new RelyingPartyPublicKey(credential, label)));
    requireItsId(added);
    notice.changed(
        person.id(),
        SecurityEventType.PASSKEY_ADDED,
        "The passkey \u201c" + label + "\u201d was added",
        device,
        Map.of("label", label));
    return Objects.requireNonNull(passkeys.byCredential(added.getCredentialId().getBytes()));
  }

  // The library takes the id that the browser says, whatever the authenticator says.
  private static void requireItsId(CredentialRecord added) {
    var attestation = Objects.requireNonNull(added.getAttestationObject()).getBytes();
    var attested =
        Objects.requireNonNull(
                new AttestationObjectConverter(new ObjectConverter()).convert(attestation))
            .getAuthenticatorData()
            .getAttestedCredentialData();
    if (attested == null
        || !Arrays.equals(attested.getCredentialId(), added.getCredentialId().getBytes())) {
      throw new IllegalArgumentException("the credential has another id");
    }
  }

  private void requireRoom(UUID person) {
    if (passkeys.count(person) >= MAX) {
      throw InvalidInput.of(UserErrorCode.TOO_MANY, "A person has at most ten passkeys.", "input");
    }
  }

  private static String valid(String label) {
    var name = label.strip();
    if (name.isEmpty()) {
      throw InvalidInput.of(UserErrorCode.REQUIRED, "A name is needed.", "input", "label");
    }
    if (TextSize.of(name) > MAX_LABEL) {
      throw InvalidInput.of(
          UserErrorCode.TOO_LONG, "A name has at most 100 characters.", "input", "label");
    }
    return name;
  }
}
