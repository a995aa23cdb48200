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

  @Override
  protected String somebodyElse() {
    var email = AuthTest.address();
    var registration =
        """
        mutation ($email: EmailAddress!, $password: String!) {
          registerUser(input: { email: $email, password: $password, fullName: "Somebody Else" }) { errors { code } } }
        """;
    graph.send(registration, Map.of("email", email, "password", AuthTest.PASSWORD)).ok();
    var verification =
        "mutation ($token: String!) { verifyEmail(input: { token: $token }) { user { id } } }";
    var answer = graph.send(verification, Map.of("token", MailBox.tokenFor(email))).ok();
    return String.valueOf(answer.data("verifyEmail.user.id"));
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
