package dev.lifeos.auth.key;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets auth verify tokens with its own keys, without a request to itself. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

  @Bean
  JWKSource<SecurityContext> ownKeys(SigningKeys keys) {
    return (selector, context) -> selector.select(keys.publicKeys());
  }
}
