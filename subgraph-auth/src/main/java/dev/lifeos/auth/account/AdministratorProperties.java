package dev.lifeos.auth.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The first administrator; made at start where both are set and the address has no account. */
@ConfigurationProperties("lifeos.admin")
record AdministratorProperties(@DefaultValue("") String email, @DefaultValue("") String password) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "AdministratorProperties";
  }
}
