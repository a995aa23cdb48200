package dev.lifeos.auth.app;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Caller;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.validation.annotation.Validated;

@DgsComponent
@Validated
class ConsentMutations {

  private final Consents consents;
  private final Exchange exchange;
  private final Renewal renewal;
  private final Redirects redirects;

  ConsentMutations(Consents consents, Exchange exchange, Renewal renewal, Redirects redirects) {
    this.consents = consents;
    this.exchange = exchange;
    this.renewal = renewal;
    this.redirects = redirects;
  }

  @DgsMutation
  AuthorizeAppPayload authorizeApp(
      @InputArgument @Valid AuthorizeAppInput input, Caller caller, Device device) {
    var code = consents.allow(input, caller, device);
    return AuthorizeAppPayload.to(redirects.withCode(input.redirectUri(), code, input.state()));
  }

  @DgsMutation
  AuthorizeAppPayload declineApp(@InputArgument @Valid DeclineAppInput input) {
    consents.requireRegistered(input.clientId(), input.redirectUri());
    return AuthorizeAppPayload.to(redirects.declined(input.redirectUri(), input.state()));
  }

  @DgsMutation
  AppTokensPayload exchangeAppCode(@InputArgument ExchangeAppCodeInput input, Device device) {
    return new AppTokensPayload(exchange.exchange(input, device), List.of());
  }

  @DgsMutation
  AppTokensPayload refreshAppToken(
      @InputArgument @Valid RefreshAppTokenInput input, Device device) {
    return new AppTokensPayload(renewal.renew(input, device), List.of());
  }

  @DgsMutation
  RevokeAppAccessPayload revokeAppAccess(
      @InputArgument RevokeAppAccessInput input, Caller caller, Device device) {
    consents.takeBack(input.id(), caller, device);
    return new RevokeAppAccessPayload(input.id(), List.of());
  }
}
