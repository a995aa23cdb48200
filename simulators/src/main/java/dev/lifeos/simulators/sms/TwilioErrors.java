package dev.lifeos.simulators.sms;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes {@link TwilioError}. */
@RestControllerAdvice
class TwilioErrors {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> write(TwilioError error) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(error.status());
    if (error.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Twilio API\"");
    }
    return answer.body(error.body());
  }
}
