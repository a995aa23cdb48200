package dev.lifeos.auth.google;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Google is, and as which client we come. Without a client id all that needs Google is
 * refused by a typed error.
 *
 * @param issuer the {@code iss} of ID tokens
 * @param calendarUri the root of Calendar v3
 * @param webhookUri where Google tells of changed calendars: the public address of {@code
 *     /webhooks/google-calendar}, by HTTPS; without it calendars are only asked from time to time
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 */
@ConfigurationProperties("lifeos.google")
public record GoogleProperties(
    @DefaultValue("https://accounts.google.com/o/oauth2/v2/auth") URI authorizationUri,
    @DefaultValue("https://oauth2.googleapis.com/token") URI tokenUri,
    @DefaultValue("https://www.googleapis.com/oauth2/v3/certs") URI jwksUri,
    @DefaultValue("https://oauth2.googleapis.com/revoke") URI revocationUri,
    @DefaultValue("https://accounts.google.com") String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("https://www.googleapis.com/calendar/v3") URI calendarUri,
    @DefaultValue("") String webhookUri,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout) {

  /** Whether Google knows us. */
  public boolean configured() {
    return !clientId.isBlank();
  }

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "GoogleProperties";
  }
}
