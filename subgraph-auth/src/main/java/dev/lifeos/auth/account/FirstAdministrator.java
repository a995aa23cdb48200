package dev.lifeos.auth.account;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the first administrator before the subgraph is ready. */
@Component
class FirstAdministrator implements ApplicationRunner {

  private final AdministratorProperties properties;
  private final People people;

  FirstAdministrator(AdministratorProperties properties, People people) {
    this.properties = properties;
    this.people = people;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (properties.email() != null && properties.password() != null) {
      people.administrator(properties.email(), properties.password());
    }
  }
}
