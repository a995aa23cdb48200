package dev.lifeos.auth.session;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Authenticated;
import dev.lifeos.starter.error.InvalidInput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The end of every way to log in. */
@Component
public class LoggedIn {

  private final Sessions sessions;
  private final ObjectProvider<SecondFactor> secondFactors;
  private final LoginGates gates;

  LoggedIn(Sessions sessions, ObjectProvider<SecondFactor> secondFactors, LoginGates gates) {
    this.sessions = sessions;
    this.secondFactors = secondFactors;
    this.gates = gates;
  }

  /**
   * After the first factor: starts a session, or asks for the second factor where the person has
   * one and the first is not strong by itself.
   *
   * @throws InvalidInput where a gate is closed for the person
   */
  public LoginPayload complete(
      User user, Device device, LoginMethod method, DgsDataFetchingEnvironment env) {
    gates.admit(user.id());
    if (method.isStrong()) {
      return completeSecond(user, device, method, env);
    }
    return secondFactors
        .orderedStream()
        .filter(factor -> factor.enrolled(user.id()))
        .findFirst()
        .map(factor -> LoginPayload.of(factor.challenge(user.id(), method, device)))
        .orElseGet(() -> completeSecond(user, device, method, env));
  }

  /**
   * After the last factor: starts a session.
   *
   * @throws InvalidInput where a gate is closed for the person, or all their sessions were ended
   *     since they began
   */
  public LoginPayload completeSecond(
      User user, Device device, LoginMethod method, DgsDataFetchingEnvironment env) {
    var tokens = sessions.logIn(user, device, method);
    Authenticated.within(env, tokens.bearer());
    return LoginPayload.of(user, tokens);
  }
}
