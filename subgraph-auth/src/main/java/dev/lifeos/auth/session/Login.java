package dev.lifeos.auth.session;

import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Finds out who somebody is, by address and password. */
@Service
class Login {

  private static final String FROM_ONE_PLACE = "login";
  private static final String FROM_ANYWHERE = "login-anywhere";
  private static final String OF_ONE_PLACE = "login-place";
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MAX_FROM_ONE_PLACE = 10;
  // So many that somebody who guesses from many places cannot shut the person out easily.
  private static final int MAX_FROM_ANYWHERE = 100;
  private static final int MAX_OF_ONE_PLACE = 100;

  private final People people;
  private final Throttle throttle;
  private final SecurityLog log;

  Login(People people, Throttle throttle, SecurityLog log) {
    this.people = people;
    this.throttle = throttle;
    this.log = log;
  }

  User login(String email, String password, Device device) {
    var address = People.normal(email);
    count(address, device);
    var user = people.authenticate(address, password).orElseThrow(() -> refused(address, device));
    throttle.forget(FROM_ONE_PLACE, place(address, device));
    return user;
  }

  private void count(String address, Device device) {
    if (device.ip() != null) {
      throttle.attempt(OF_ONE_PLACE, device.ip(), MAX_OF_ONE_PLACE, WINDOW);
    }
    throttle.attempt(FROM_ONE_PLACE, place(address, device), MAX_FROM_ONE_PLACE, WINDOW);
    throttle.attempt(FROM_ANYWHERE, address, MAX_FROM_ANYWHERE, WINDOW);
  }

  // The same is written for an address without an account, so that it takes as long.
  private InvalidInput refused(String address, Device device) {
    var account = people.findByEmail(address).map(User::id).orElse(SecurityLog.NOBODY);
    log.record(account, SecurityEventType.LOGIN_FAILED, device, Map.of());
    return InvalidInput.of(
        AuthErrorCode.INVALID_CREDENTIALS, "The address or the password is not right.", "input");
  }

  private static String place(String address, Device device) {
    return address + " " + device.ip();
  }
}
