package dev.lifeos.simulators.sms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Messages as Twilio writes them. */
final class SmsJson {
  static final String VERSION = "2010-04-01";

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private SmsJson() {}

  static Map<String, Object> of(Sms sms, String account) {
    boolean sent = !sms.status().equals("queued") && !sms.status().equals("accepted");
    String uri = "/%s/Accounts/%s/Messages/%s".formatted(VERSION, account, sms.sid());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("account_sid", account);
    json.put("api_version", VERSION);
    json.put("body", sms.body());
    json.put("date_created", date(sms.createdAt()));
    json.put("date_sent", sent ? date(sms.updatedAt()) : null);
    json.put("date_updated", date(sms.updatedAt()));
    json.put("direction", "outbound-api");
    json.put("error_code", sms.errorCode());
    json.put("error_message", sms.errorCode() == null ? null : "Unreachable destination handset");
    json.put("from", sms.from());
    json.put("messaging_service_sid", null);
    json.put("num_media", "0");
    json.put("num_segments", Integer.toString(sms.segments()));
    json.put("price", null);
    json.put("price_unit", "USD");
    json.put("sid", sms.sid());
    json.put("status", sms.status());
    json.put("subresource_uris", Map.of("media", uri + "/Media.json"));
    json.put("to", sms.to());
    json.put("uri", uri + ".json");
    return json;
  }

  private static String date(Instant moment) {
    return RFC_2822.format(moment);
  }
}
