package dev.lifeos.auth.profile.phone;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How text messages are sent: by Twilio, or by what speaks its language.
 *
 * @param accountSid who pays, {@code AC…}; without it none is sent
 * @param from the number that sends, or a messaging service, {@code MG…}
 */
@ConfigurationProperties("lifeos.twilio")
record TwilioProperties(
    @DefaultValue("https://api.twilio.com") URI url,
    @DefaultValue("") String accountSid,
    @DefaultValue("") String authToken,
    @DefaultValue("") String from) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "TwilioProperties[" + url + "]";
  }
}
