package dev.lifeos.auth.factor.passkey;

import dev.lifeos.auth.mail.WebLinks;
import java.net.URI;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** What checks the answers of authenticators. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

  @Bean
  PublicKeyCredentialRpEntity passkeyRelyingParty(PasskeyProperties properties) {
    return PublicKeyCredentialRpEntity.builder().id(properties.rpId()).name("LifeOS").build();
  }

  @Bean
  WebAuthnRelyingPartyOperations passkeyOperations(
      PublicKeyCredentialUserEntityRepository users,
      UserCredentialRepository credentials,
      PublicKeyCredentialRpEntity relyingParty,
      PasskeyProperties properties,
      WebLinks links) {
    var origins =
        properties.origins().isEmpty() ? Set.of(origin(links.webUrl())) : properties.origins();
    return new Webauthn4JRelyingPartyOperations(users, credentials, relyingParty, origins);
  }

  private static String origin(URI page) {
    return page.getScheme() + "://" + page.getAuthority();
  }
}
