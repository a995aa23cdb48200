package dev.lifeos.starter.training;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.lifeos.starter.access.AuthProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * With {@code lifeos.training} a subgraph trusts a key of its own, serves requests to itself for
 * that long, and ends. A JVM that records an ahead-of-time cache meanwhile keeps which classes and
 * which code requests need (JEP 483, JEP 515).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lifeos.training")
public class TrainingConfiguration {

  private static final String KEY_ID = "training";

  @Bean
  TrainingTokens trainingTokens(AuthProperties auth, Clock clock) throws JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).keyID(KEY_ID).generate();
    return new TrainingTokens(key, auth, clock);
  }

  // The key never leaves this process, which ends after the training.
  @Bean
  @Primary
  JWKSource<SecurityContext> trainingKeys(TrainingTokens tokens) {
    return new ImmutableJWKSet<>(new JWKSet(tokens.key()));
  }

  @Bean
  Training training(
      @Value("${lifeos.training}") Duration howLong,
      TrainingTokens tokens,
      ConfigurableApplicationContext context) {
    return new Training(howLong, tokens, context);
  }
}
