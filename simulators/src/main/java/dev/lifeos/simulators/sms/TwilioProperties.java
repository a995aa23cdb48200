package dev.lifeos.simulators.sms;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one account at Twilio.
 *
 * @param accountSid its name
 * @param authToken its password
 * @param messages how many messages are kept, the newest
 */
@ConfigurationProperties("lifeos.simulators.twilio")
record TwilioProperties(String accountSid, String authToken, int messages) {

  @Override
  public String toString() {
    return "TwilioProperties[" + accountSid + "]";
  }
}
