package dev.lifeos.auth.session;

import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.InvalidInput;
import org.springframework.stereotype.Service;

/** Finds out who somebody is. */
@Service
class Login {

  private final People people;
  private final Attempts attempts;

  Login(People people, Attempts attempts) {
    this.people = people;
    this.attempts = attempts;
  }

  User login(String email, String password) {
    var address = People.normal(email);
    if (!attempts.allow(address)) {
      throw InvalidInput.of(
          AuthErrorCode.TOO_MANY_ATTEMPTS,
          "Too many attempts: try again in a quarter of an hour.",
          "input",
          "email");
    }
    var user =
        people
            .authenticate(address, password)
            .orElseThrow(() ->
                InvalidInput.of(
                    AuthErrorCode.INVALID_CREDENTIALS,
                    "The address or the password is not right.",
                    "input"));
    attempts.forget(address);
    return user;
  }
}
