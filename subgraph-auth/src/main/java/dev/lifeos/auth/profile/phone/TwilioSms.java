package dev.lifeos.auth.profile.phone;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends text messages by Twilio's API of 2010-04-01. */
@Component
class TwilioSms implements SmsSender {

  private static final Logger LOG = LoggerFactory.getLogger(TwilioSms.class);

  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final Duration WAITING = Duration.ofSeconds(5);
  private static final String MESSAGES = "/2010-04-01/Accounts/{account}/Messages.json";
  private static final String MESSAGING_SERVICE = "MG";
  // No number, no region that is sent to, not a mobile, unsubscribed, cannot be reached, blocked
  // for fraud, landline.
  private static final Set<Integer> UNREACHABLE =
      Set.of(21211, 21408, 21610, 21612, 21614, 21635, 30003, 30006, 60410);

  private final TwilioProperties properties;
  private final JsonMapper json;
  private final RestClient client;

  TwilioSms(TwilioProperties properties, JsonMapper json) {
    this.properties = properties;
    this.json = json;
    var requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(CONNECTING).build());
    requests.setReadTimeout(WAITING);
    this.client =
        RestClient.builder()
            .baseUrl(properties.url())
            .requestFactory(requests)
            .defaultHeaders(
                headers -> headers.setBasicAuth(properties.accountSid(), properties.authToken()))
            .build();
  }

  @Override
  public void send(String to, String text) {
    if (properties.accountSid().isBlank()) {
      throw unavailable("no account is configured: set LIFEOS_TWILIO_ACCOUNT_SID");
    }
    try {
      post(to, text);
    } catch (RestClientResponseException refused) {
      throw failure(refused);
    } catch (RestClientException unreachable) {
      throw unavailable(unreachable.getClass().getSimpleName());
    }
  }

  private void post(String to, String text) {
    client
        .post()
        .uri(MESSAGES, properties.accountSid())
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .body(form(to, text))
        .retrieve()
        .toBodilessEntity();
  }

  private MultiValueMap<String, String> form(String to, String text) {
    var from = properties.from();
    var form = new LinkedMultiValueMap<String, String>();
    form.add("To", to);
    form.add("Body", text);
    form.add(from.startsWith(MESSAGING_SERVICE) ? "MessagingServiceSid" : "From", from);
    return form;
  }

  private RuntimeException failure(RestClientResponseException refused) {
    var code = code(refused.getResponseBodyAsString());
    if (refused.getStatusCode().value() == HttpStatus.BAD_REQUEST.value()
        && code != null
        && UNREACHABLE.contains(code)) {
      return new UnreachablePhone();
    }
    return unavailable(refused.getStatusCode() + ", code " + code);
  }

  private @Nullable Integer code(String body) {
    try {
      var code = json.readTree(body).path("code");
      return code.isInt() ? code.asInt() : null;
    } catch (JacksonException noJson) {
      return null;
    }
  }

  // Neither the number nor the text gets into the log.
  private static Fault unavailable(String why) {
    LOG.warn("A text message could not be sent: {}", why);
    return new Fault(
        ErrorCode.UPSTREAM_UNAVAILABLE, "Text messages cannot be sent just now: try again later.");
  }
}
