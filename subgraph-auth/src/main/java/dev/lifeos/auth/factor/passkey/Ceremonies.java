package dev.lifeos.auth.factor.passkey;

import java.util.List;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInput;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.stereotype.Component;

/**
 * What is asked of authenticators: passkeys that know whose they are, and that make sure by finger,
 * face or PIN that it is the person. The answer is checked against the same.
 */
@Component
class Ceremonies {

  private final PublicKeyCredentialRpEntity relyingParty;

  Ceremonies(PublicKeyCredentialRpEntity relyingParty) {
    this.relyingParty = relyingParty;
  }

  PublicKeyCredentialCreationOptions creation(
      PublicKeyCredentialUserEntity user, Bytes challenge, List<CredentialRecord> present) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(relyingParty)
        .user(user)
        .challenge(challenge)
        .pubKeyCredParams(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256)
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .attestation(AttestationConveyancePreference.NONE)
        .excludeCredentials(present.stream().map(Ceremonies::descriptor).toList())
        .extensions(
            new ImmutableAuthenticationExtensionsClientInputs(
                ImmutableAuthenticationExtensionsClientInput.credProps))
        .timeout(PasskeyChallenges.LIFETIME)
        .build();
  }

  PublicKeyCredentialRequestOptions request(Bytes challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(relyingParty.getId())
        .challenge(challenge)
        .userVerification(UserVerificationRequirement.REQUIRED)
        .timeout(PasskeyChallenges.LIFETIME)
        .build();
  }

  private static PublicKeyCredentialDescriptor descriptor(CredentialRecord credential) {
    return PublicKeyCredentialDescriptor.builder()
        .id(credential.getCredentialId())
        .transports(credential.getTransports())
        .build();
  }
}
