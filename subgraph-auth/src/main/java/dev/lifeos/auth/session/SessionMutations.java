package dev.lifeos.auth.session;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.starter.access.Authenticated;
import dev.lifeos.starter.access.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;

@DgsComponent
class SessionMutations {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final People people;
  private final Login login;
  private final Sessions sessions;

  SessionMutations(People people, Login login, Sessions sessions) {
    this.people = people;
    this.login = login;
    this.sessions = sessions;
  }

  @DgsMutation
  LoginPayload registerUser(
      @InputArgument RegisterUserInput input,
      @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String agent,
      @RequestHeader(name = FORWARDED_FOR, required = false) @Nullable String forwardedFor,
      DgsDataFetchingEnvironment env) {
    var user =
        people.register(
            input.email(), input.password(), input.fullName(), input.timeZone(), input.locale());
    return loggedIn(user, Device.of(agent, forwardedFor), env);
  }

  @DgsMutation
  LoginPayload login(
      @InputArgument LoginInput input,
      @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String agent,
      @RequestHeader(name = FORWARDED_FOR, required = false) @Nullable String forwardedFor,
      DgsDataFetchingEnvironment env) {
    var user = login.login(input.email(), input.password());
    return loggedIn(user, Device.of(agent, forwardedFor), env);
  }

  @DgsMutation
  RefreshSessionPayload refreshSession(@InputArgument RefreshSessionInput input) {
    var tokens = sessions.refresh(new RefreshToken(input.refreshToken()));
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

  private LoginPayload loggedIn(User user, Device device, DgsDataFetchingEnvironment env) {
    var tokens = sessions.start(user, device);
    Authenticated.within(env, tokens.bearer());
    return new LoginPayload(user, tokens, List.of());
  }
}
