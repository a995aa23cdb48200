package dev.lifeos.auth.service;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.key.AccessTokens;
import dev.lifeos.starter.access.Role;
import dev.lifeos.starter.error.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

@DgsComponent
class ServiceTokens {

  private static final String NOBODYS = "no service has this secret, whoever asks";

  private final ServiceClientProperties properties;
  private final AccessTokens tokens;

  ServiceTokens(ServiceClientProperties properties, AccessTokens tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  @DgsMutation
  IssueServiceTokenPayload issueServiceToken(@InputArgument IssueServiceTokenInput input) {
    var client = properties.serviceClients().get(input.clientId());
    var right = same(client == null ? NOBODYS : client.secret(), input.clientSecret());
    if (client == null || !right) {
      throw InvalidInput.of(
          AuthErrorCode.INVALID_CREDENTIALS, "The name or the secret is not right.", "input");
    }
    var token =
        tokens.issue(
            "service:" + input.clientId(), null, client.scopes(), Set.of(Role.SERVICE), null);
    return new IssueServiceTokenPayload(token.value(), token.expiresAt(), List.of());
  }

  // In constant time, so that a secret cannot be found out character by character.
  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
