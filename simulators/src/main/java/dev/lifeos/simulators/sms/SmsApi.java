package dev.lifeos.simulators.sms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The messages for programs that play the phone. */
@RestController
@RequestMapping("/sms/api/messages")
class SmsApi {
  private static final int MOST = 100;

  record Message(
      String id, String to, String from, String body, String status, Instant receivedAt) {}

  private final SmsBox box;

  SmsApi(SmsBox box) {
    this.box = box;
  }

  /** The newest messages, newest first; with a number only what was sent there. */
  @GetMapping
  List<Message> newest(
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "" + MOST) int limit) {
    return box.newest(number(to), 0, Math.clamp(limit, 1, MOST)).stream()
        .map(sms ->
            new Message(sms.sid(), sms.to(), sms.from(), sms.body(), sms.status(), sms.createdAt()))
        .toList();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void clear() {
    box.clear();
  }

  // A plus that is not encoded is read as a blank.
  private static @Nullable String number(@Nullable String to) {
    return to != null && to.startsWith(" ") ? "+" + to.strip() : to;
  }
}
