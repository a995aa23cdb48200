package dev.lifeos.auth.google;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks Google. That it does not answer, answers that it cannot, or answers nonsense is a {@code
 * Fault}; that it refuses is an answer.
 */
@Component
public class GoogleHttp {

  private static final Logger LOG = LoggerFactory.getLogger(GoogleHttp.class);
  private static final int MAX_BYTES = 10_000_000;
  private static final int TOO_MANY_REQUESTS = 429;

  private final RestClient client;
  private final JsonMapper json;

  GoogleHttp(GoogleProperties properties, JsonMapper json, ObservationRegistry observations) {
    var http = HttpClient.newBuilder().connectTimeout(properties.connectTimeout()).build();
    var factory = new JdkClientHttpRequestFactory(http);
    factory.setReadTimeout(properties.readTimeout());
    this.client =
        RestClient.builder().requestFactory(factory).observationRegistry(observations).build();
    this.json = json;
  }

  /** Reads. */
  public GoogleAnswer get(URI uri, String accessToken) {
    return send(client.get().uri(uri).headers(headers -> headers.setBearerAuth(accessToken)));
  }

  /** Sends JSON. */
  public GoogleAnswer post(URI uri, String accessToken, Map<String, ?> body) {
    var request = client.post().uri(uri).headers(headers -> headers.setBearerAuth(accessToken));
    return send(
        request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsString(body)));
  }

  /** Sends a form, as OAuth's endpoints take. */
  GoogleAnswer form(URI uri, Map<String, String> fields) {
    var form = new LinkedMultiValueMap<String, String>();
    form.setAll(fields);
    var request = client.post().uri(uri).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    return send(request.body(form));
  }

  private GoogleAnswer send(RestClient.RequestHeadersSpec<?> request) {
    try {
      return request
          .accept(MediaType.APPLICATION_JSON)
          .exchangeForRequiredValue((sent, response) -> answer(response));
    } catch (RestClientException failure) {
      LOG.warn("Google does not answer: {}", String.valueOf(failure.getMostSpecificCause()));
      throw unavailable();
    }
  }

  private GoogleAnswer answer(ClientHttpResponse response) throws IOException {
    var status = response.getStatusCode().value();
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      LOG.warn("Google answers with status {}", status);
      throw unavailable();
    }
    var bytes = response.getBody().readNBytes(MAX_BYTES);
    var answer = new GoogleAnswer(status, parse(bytes));
    if (answer.ok() && bytes.length > 0 && !answer.body().isObject()) {
      LOG.warn("Google answers with what is no JSON object");
      throw unavailable();
    }
    return answer;
  }

  private JsonNode parse(byte[] bytes) {
    try {
      return json.readTree(bytes);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** What people are told. */
  public static Fault unavailable() {
    return new Fault(
        ErrorCode.UPSTREAM_UNAVAILABLE,
        "Google does not answer just now: start again a little later.");
  }
}
