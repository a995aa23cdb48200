package dev.lifeos.simulators.google.calendar;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes {@link CalendarError}. */
@RestControllerAdvice
class CalendarErrors {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> write(CalendarError error) {
    return ResponseEntity.status(error.status()).body(error.body());
  }
}
