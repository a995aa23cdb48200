package dev.lifeos.auth.session;

import dev.lifeos.auth.account.People;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A password is one way in. */
@Component
class PasswordWayIn implements WayIn {

  private final People people;

  PasswordWayIn(People people) {
    this.people = people;
  }

  @Override
  public int count(UUID account) {
    return people.hasPassword(account) ? 1 : 0;
  }
}
