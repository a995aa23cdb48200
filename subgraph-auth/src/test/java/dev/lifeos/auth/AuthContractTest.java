package dev.lifeos.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import dev.lifeos.test.Servers;
import dev.lifeos.test.SubgraphContract;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/**
 * The shared contract signs tokens by itself, so here, and only here, auth accepts the tests' key
 * beside its own.
 */
@Import(AuthContractTest.BothKeys.class)
@TestPropertySource(properties = AuthTest.MASTER_KEY)
class AuthContractTest extends SubgraphContract {

  @Override
  protected String somebodyElse() {
    var document =
        """
        mutation ($email: EmailAddress!, $password: String!) {
          registerUser(input: { email: $email, password: $password, fullName: "Somebody Else" }) { user { id } } }
        """;
    var variables = Map.of("email", AuthTest.address(), "password", AuthTest.PASSWORD);
    return String.valueOf(graph.send(document, variables).ok().data("registerUser.user.id"));
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
