package dev.lifeos.simulators.sms;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's messages: send one, look at one, list them. */
@RestController
@RequestMapping("/2010-04-01/Accounts/{account}")
class MessagesController {
  private static final int MOST = 1_000;

  private final TwilioAccess access;
  private final SmsBox box;
  private final Delivery delivery;
  private final Clock clock;

  MessagesController(TwilioAccess access, SmsBox box, Delivery delivery, Clock clock) {
    this.access = access;
    this.box = box;
    this.delivery = delivery;
    this.clock = clock;
  }

  @PostMapping(path = "/Messages.json", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> send(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String header,
      @PathVariable String account,
      @RequestParam Map<String, String> form) {
    access.check(header, account);
    String to = form.getOrDefault("To", "").strip();
    String from = form.getOrDefault("From", "").strip();
    String body = form.getOrDefault("Body", "");
    SmsCheck.check(to, from, body);
    Instant now = clock.instant();
    Sms sms = new Sms(sid(), to, from, body, "queued", null, form.get("StatusCallback"), now, now);
    box.put(sms);
    delivery.begin(sms);
    return SmsJson.of(sms, account);
  }

  @GetMapping("/Messages/{sid}.json")
  Map<String, Object> get(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String header,
      @PathVariable String account,
      @PathVariable String sid) {
    access.check(header, account);
    return box.find(sid)
        .map(sms -> SmsJson.of(sms, account))
        .orElseThrow(() ->
            new TwilioError(
                404,
                20404,
                "The requested resource /2010-04-01/Accounts/%s/Messages/%s.json was not found"
                    .formatted(account, sid)));
  }

  @GetMapping("/Messages.json")
  Map<String, Object> list(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String header,
      @PathVariable String account,
      @RequestParam(name = "To", required = false) @Nullable String to,
      @RequestParam(name = "PageSize", defaultValue = "50") int pageSize,
      @RequestParam(name = "Page", defaultValue = "0") int page) {
    access.check(header, account);
    int size = Math.clamp(pageSize, 1, MOST);
    long skip = (long) size * Math.max(0, page);
    List<Sms> found = box.newest(to, skip, size + 1);
    String here =
        "/2010-04-01/Accounts/%s/Messages.json?PageSize=%d&Page=".formatted(account, size);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("page", page);
    answer.put("page_size", size);
    answer.put("uri", here + page);
    answer.put("first_page_uri", here + 0);
    answer.put("next_page_uri", found.size() > size ? here + (page + 1) : null);
    answer.put("previous_page_uri", page > 0 ? here + (page - 1) : null);
    answer.put(
        "messages", found.stream().limit(size).map(sms -> SmsJson.of(sms, account)).toList());
    return answer;
  }

  private static String sid() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return "SM" + HexFormat.of().formatHex(bytes);
  }
}
