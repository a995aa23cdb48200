package dev.lifeos.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import dev.lifeos.auth.account.People;
import dev.lifeos.test.Servers;
import dev.lifeos.test.SubgraphContract;
import java.net.MalformedURLException;
import java.util.ArrayList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The shared contract signs tokens by itself, so here, and only here, auth accepts the tests' key
 * beside its own.
 */
@Import(AuthContractTest.BothKeys.class)
@TestPropertySource(properties = AuthTest.MASTER_KEY)
class AuthContractTest extends SubgraphContract {

  @Autowired private People people;

  @Override
  protected String somebodyElse() {
    return people
        .registerVerified(AuthTest.address(), "Somebody Else", null, null)
        .orElseThrow()
        .id()
        .toString();
  }

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry registry) {
    MailBox.register(registry);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class BothKeys {

    @Bean
    @Primary
    JWKSource<SecurityContext> bothKeys(JWKSource<SecurityContext> ownKeys)
        throws MalformedURLException {
      var tests =
          JWKSourceBuilder.<SecurityContext>create(Servers.jwks().toURL())
              .rateLimited(false)
              .build();
      return (selector, context) -> {
        var keys = new ArrayList<JWK>(ownKeys.get(selector, context));
        keys.addAll(tests.get(selector, context));
        return keys;
      };
    }
  }
}
