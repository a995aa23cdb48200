package dev.lifeos.auth.session;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Caller;
import java.util.List;

@DgsComponent
class SessionMutations {

  private final Login login;
  private final LoggedIn loggedIn;
  private final Sessions sessions;
  private final Renewals renewals;

  SessionMutations(Login login, LoggedIn loggedIn, Sessions sessions, Renewals renewals) {
    this.login = login;
    this.loggedIn = loggedIn;
    this.sessions = sessions;
    this.renewals = renewals;
  }

  @DgsMutation
  LoginPayload login(
      @InputArgument LoginInput input, Device device, DgsDataFetchingEnvironment env) {
    var user = login.login(input.email(), input.password(), device);
    return loggedIn.complete(user, device, LoginMethod.PASSWORD, env);
  }

  @DgsMutation
  RefreshSessionPayload refreshSession(@InputArgument RefreshSessionInput input) {
    var tokens = renewals.refresh(new RefreshToken(input.refreshToken()));
    return new RefreshSessionPayload(tokens, List.of());
  }

  @DgsMutation
  LogoutPayload logout(@InputArgument LogoutInput input, Caller caller) {
    if (input.refreshToken() == null) {
      sessions.end(caller);
    } else {
      sessions.end(new RefreshToken(input.refreshToken()));
    }
    return new LogoutPayload(List.of());
  }

  @DgsMutation
  RevokeSessionPayload revokeSession(@InputArgument RevokeSessionInput input, Caller caller) {
    sessions.end(input.sessionId(), caller.personId());
    return new RevokeSessionPayload(input.sessionId(), List.of());
  }

  @DgsMutation
  RevokeOtherSessionsPayload revokeOtherSessions(
      @InputArgument RevokeOtherSessionsInput input, Caller caller) {
    var ended = sessions.endOthers(caller, input.exceptSessionId());
    return new RevokeOtherSessionsPayload(ended, List.of());
  }
}
