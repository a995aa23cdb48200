package dev.lifeos.simulators.sms;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What becomes of a message: sent, then delivered; one to the handset that is always off is
 * undelivered. Whoever wants to hear of it is told, with a signature.
 */
@Component
class Delivery {
  /** Nobody can be reached there: not one of Twilio's numbers. */
  static final String OFF = "+15005550008";

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int UNREACHABLE = 30003;

  private final SmsBox box;
  private final TwilioProperties twilio;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(200);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  Delivery(SmsBox box, TwilioProperties twilio) {
    this.box = box;
    this.twilio = twilio;
  }

  void begin(Sms sms) {
    if (places.tryAcquire()) {
      senders.execute(() -> deliver(sms));
    }
  }

  @PreDestroy
  void close() {
    senders.shutdownNow();
    http.shutdownNow();
  }

  private void deliver(Sms sms) {
    try {
      boolean off = sms.to().equals(OFF);
      become(sms.sid(), "sent", null);
      become(sms.sid(), off ? "undelivered" : "delivered", off ? UNREACHABLE : null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void become(String sid, String status, @Nullable Integer error)
      throws InterruptedException {
    Sms sms = box.become(sid, status, error).orElse(null);
    if (sms != null && sms.callback() instanceof String callback) {
      tell(callback, sms);
    }
  }

  private void tell(String callback, Sms sms) throws InterruptedException {
    Map<String, String> form = new TreeMap<>();
    form.put("AccountSid", twilio.accountSid());
    form.put("ApiVersion", SmsJson.VERSION);
    form.put("From", sms.from());
    form.put("MessageSid", sms.sid());
    form.put("MessageStatus", sms.status());
    form.put("SmsSid", sms.sid());
    form.put("SmsStatus", sms.status());
    form.put("To", sms.to());
    if (sms.errorCode() != null) {
      form.put("ErrorCode", sms.errorCode().toString());
    }
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(callback))
              .timeout(PATIENCE)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("X-Twilio-Signature", Signature.of(twilio.authToken(), callback, form))
              .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
              .build();
      http.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException | IllegalArgumentException e) {
      LOG.info("The status of {} did not arrive at {}: {}", sms.sid(), callback, e.toString());
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(each ->
            each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
