package dev.lifeos.auth.account;

import dev.lifeos.auth.startup.Misconfiguration;
import dev.lifeos.starter.access.Role;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserError;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the first administrator before the subgraph is ready. */
@Component
class FirstAdministrator implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final AdministratorProperties properties;
  private final People people;

  FirstAdministrator(AdministratorProperties properties, People people) {
    this.properties = properties;
    this.people = people;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var email = properties.email();
    var password = properties.password();
    if (email.isBlank() && password.isBlank()) {
      return;
    }
    if (!email.contains("@") || password.isBlank()) {
      throw new Misconfiguration(
          "Set LIFEOS_ADMIN_EMAIL to an address and LIFEOS_ADMIN_PASSWORD to a password, or neither.",
          null);
    }
    make(email, password);
  }

  private void make(String email, String password) {
    try {
      if (!people.administrator(email, password).roles().contains(Role.ADMIN)) {
        LOG.warn("The account of LIFEOS_ADMIN_EMAIL is not an administrator's, and stays so");
      }
    } catch (InvalidInput unfit) {
      throw new Misconfiguration("LIFEOS_ADMIN_PASSWORD will not do: " + reasons(unfit), unfit);
    }
  }

  private static String reasons(InvalidInput unfit) {
    return unfit.errors().stream().map(UserError::message).collect(Collectors.joining(" "));
  }
}
