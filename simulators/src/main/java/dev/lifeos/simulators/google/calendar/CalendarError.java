package dev.lifeos.simulators.google.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error as Google's APIs say it. */
final class CalendarError extends RuntimeException {
  private final int status;
  private final String domain;
  private final String reason;
  private final Map<String, String> location;

  CalendarError(int status, String domain, String reason, String message) {
    this(status, domain, reason, message, Map.of());
  }

  private CalendarError(
      int status, String domain, String reason, String message, Map<String, String> location) {
    super(message);
    this.status = status;
    this.domain = domain;
    this.reason = reason;
    this.location = location;
  }

  static CalendarError parameter(
      int status, String domain, String reason, String message, String name) {
    return new CalendarError(
        status, domain, reason, message, Map.of("locationType", "parameter", "location", name));
  }

  static CalendarError invalid(String name, String message) {
    return parameter(400, "global", "invalidParameter", message, name);
  }

  static CalendarError required(String name) {
    return parameter(400, "global", "required", "Required", name);
  }

  static CalendarError notFound() {
    return new CalendarError(404, "global", "notFound", "Not Found");
  }

  static CalendarError header(int status, String reason, String message) {
    return new CalendarError(
        status,
        "global",
        reason,
        message,
        Map.of("locationType", "header", "location", "Authorization"));
  }

  int status() {
    return status;
  }

  Map<String, Object> body() {
    Map<String, Object> each = new LinkedHashMap<>();
    each.put("domain", domain);
    each.put("reason", reason);
    each.put("message", getMessage());
    each.putAll(location);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("errors", List.of(each));
    error.put("code", status);
    error.put("message", getMessage());
    return Map.of("error", error);
  }
}
