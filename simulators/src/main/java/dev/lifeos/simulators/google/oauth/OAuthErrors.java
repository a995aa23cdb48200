package dev.lifeos.simulators.google.oauth;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes {@link OAuthError}. */
@RestControllerAdvice
class OAuthErrors {

  @ExceptionHandler
  ResponseEntity<Map<String, String>> write(OAuthError error) {
    return ResponseEntity.status(error.status())
        .cacheControl(CacheControl.noStore())
        .body(Map.of("error", error.error(), "error_description", error.description()));
  }
}
