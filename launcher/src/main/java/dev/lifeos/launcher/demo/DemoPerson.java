package dev.lifeos.launcher.demo;

import java.time.ZoneId;

/**
 * The person of the demo.
 *
 * @param email the log-in
 * @param password the generated password
 * @param fullName the name
 * @param zone where the person lives
 * @param seed what the year is drawn from
 */
public record DemoPerson(String email, String password, String fullName, ZoneId zone, long seed) {
  /** The one demo person of a LifeOS. */
  public static DemoPerson with(String password) {
    return new DemoPerson(
        "demo@lifeos.local", password, "Dana Demo", ZoneId.of("Europe/Berlin"), 20_260_101L);
  }

  /** Not in the record's text: a password must not reach a log. */
  @Override
  public String toString() {
    return email;
  }
}
