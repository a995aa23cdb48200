package dev.lifeos.starter.web;

import dev.lifeos.starter.error.HttpErrors;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers everything that failed outside GraphQL, malformed JSON for one, with a GraphQL-shaped
 * error.
 */
@RestController
class ErrorPage implements ErrorController {

  private final HttpErrors errors;

  ErrorPage(HttpErrors errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  ResponseEntity<String> error(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType(HttpErrors.GRAPHQL_RESPONSE))
        .body(errors.body(HttpErrors.code(status.value()), status.getReasonPhrase() + "."));
  }
}
