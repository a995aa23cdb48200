package dev.lifeos.simulators.sms;

import java.util.LinkedHashMap;
import java.util.Map;

/** An error as Twilio says it. */
final class TwilioError extends RuntimeException {
  private final int status;
  private final int code;

  TwilioError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static TwilioError bad(int code, String message) {
    return new TwilioError(400, code, message);
  }

  int status() {
    return status;
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("message", getMessage());
    body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    body.put("status", status);
    return body;
  }
}
