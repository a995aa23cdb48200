package dev.lifeos.launcher.simulators;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.home.Secrets;
import dev.lifeos.launcher.image.JavaModule;
import dev.lifeos.launcher.net.PortPlan;
import java.util.List;
import java.util.Map;

/** What the simulators are told, and what auth is told to find them in place of the real ones. */
public final class SimulatorsEnvironment {
  /** The module that they are built from. */
  public static final JavaModule MODULE =
      new JavaModule(
          "simulators",
          "simulators",
          List.of("-Xms16m", "-Xmx96m"),
          List.of("-Dspring.context.exit=onRefresh"));

  private static final String CLIENT = "lifeos-local.apps.googleusercontent.com";
  // Twilio's own number for tests, from which every message can be sent.
  private static final String FROM = "+15005550006";

  private SimulatorsEnvironment() {}

  /** The environment of the simulators. */
  public static Map<String, String> of(PortPlan ports, Home home) {
    Secrets secrets = home.secrets();
    return Map.of(
        "SERVER_ADDRESS",
        "127.0.0.1",
        "SERVER_PORT",
        "" + ports.simulators(),
        "LIFEOS_SIMULATORS_MAIL_PORT",
        "" + ports.smtp(),
        "LIFEOS_SIMULATORS_GOOGLE_ISSUER",
        issuer(ports),
        "LIFEOS_SIMULATORS_GOOGLE_CLIENTID",
        CLIENT,
        "LIFEOS_SIMULATORS_GOOGLE_CLIENTSECRET",
        secrets.password("google-client"),
        "LIFEOS_SIMULATORS_GOOGLE_REDIRECTURIS",
        edge(ports) + "/account/google",
        "LIFEOS_SIMULATORS_TWILIO_ACCOUNTSID",
        twilioAccount(secrets),
        "LIFEOS_SIMULATORS_TWILIO_AUTHTOKEN",
        secrets.password("twilio"));
  }

  /** Where auth finds what it needs outside. A browser goes to localhost, auth to the address. */
  public static Map<String, String> forAuth(PortPlan ports, Home home) {
    Secrets secrets = home.secrets();
    String base = "http://127.0.0.1:" + ports.simulators();
    return Map.ofEntries(
        Map.entry("SPRING_MAIL_HOST", "127.0.0.1"),
        Map.entry("SPRING_MAIL_PORT", "" + ports.smtp()),
        Map.entry("LIFEOS_WEBURL", edge(ports)),
        Map.entry("LIFEOS_GOOGLE_AUTHORIZATIONURI", issuer(ports) + "/o/oauth2/v2/auth"),
        Map.entry("LIFEOS_GOOGLE_TOKENURI", base + "/token"),
        Map.entry("LIFEOS_GOOGLE_JWKSURI", base + "/oauth2/v3/certs"),
        Map.entry("LIFEOS_GOOGLE_REVOCATIONURI", base + "/revoke"),
        Map.entry("LIFEOS_GOOGLE_ISSUER", issuer(ports)),
        Map.entry("LIFEOS_GOOGLE_CLIENTID", CLIENT),
        Map.entry("LIFEOS_GOOGLE_CLIENTSECRET", secrets.password("google-client")),
        Map.entry("LIFEOS_GOOGLE_CALENDARURI", base + "/calendar/v3"),
        Map.entry(
            "LIFEOS_GOOGLE_WEBHOOKURI",
            "http://127.0.0.1:%d/webhooks/google-calendar".formatted(ports.edge())),
        Map.entry("LIFEOS_TWILIO_URL", base),
        Map.entry("LIFEOS_TWILIO_ACCOUNTSID", twilioAccount(secrets)),
        Map.entry("LIFEOS_TWILIO_AUTHTOKEN", secrets.password("twilio")),
        Map.entry("LIFEOS_TWILIO_FROM", FROM));
  }

  private static String issuer(PortPlan ports) {
    return "http://localhost:" + ports.simulators();
  }

  private static String edge(PortPlan ports) {
    return "http://localhost:" + ports.edge();
  }

  private static String twilioAccount(Secrets secrets) {
    return "AC" + secrets.password("twilio-account").substring(0, 32);
  }
}
