package dev.lifeos.auth.factor;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.session.LoggedIn;
import dev.lifeos.auth.session.LoginPayload;
import org.springframework.stereotype.Service;

/** Ends a log-in that asked for a second step. */
@Service
class SecondStep {

  private final LoginChallenges challenges;
  private final OneTimeCodes codes;
  private final People people;
  private final LoggedIn loggedIn;

  SecondStep(LoginChallenges challenges, OneTimeCodes codes, People people, LoggedIn loggedIn) {
    this.challenges = challenges;
    this.codes = codes;
    this.people = people;
    this.loggedIn = loggedIn;
  }

  LoginPayload complete(CompleteLoginInput input, Device device, DgsDataFetchingEnvironment env) {
    var token = new OneTimeToken(input.challenge());
    var code = OneTimeCode.of(input.code(), input.recoveryCode());
    var waiting = challenges.find(token);
    return codes.take(
        waiting.account(),
        code,
        device,
        () -> {
          challenges.use(token);
          var user = people.find(waiting.account()).orElseThrow();
          return loggedIn.completeSecond(user, device, waiting.method(), env);
        });
  }
}
