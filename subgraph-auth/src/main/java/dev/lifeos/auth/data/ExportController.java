package dev.lifeos.auth.data;

import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.HttpErrors;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Gives copies out to whoever has the address, once. */
@RestController
class ExportController {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final Exports exports;
  private final HttpErrors errors;

  ExportController(Exports exports, HttpErrors errors) {
    this.exports = exports;
    this.errors = errors;
  }

  // A HEAD, which only looks, must not use the token up.
  @RequestMapping(path = "/exports/{token}", method = RequestMethod.HEAD)
  ResponseEntity<Void> look() {
    return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED).build();
  }

  @RequestMapping(path = "/exports/{token}", method = RequestMethod.GET)
  ResponseEntity<?> give(
      @PathVariable String token,
      @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String agent,
      @RequestHeader(name = "X-Forwarded-For", required = false) @Nullable String forwardedFor) {
    var archive = exports.take(new OneTimeToken(token), Device.of(agent, forwardedFor));
    return archive.isPresent() ? file(archive.get()) : gone();
  }

  private static ResponseEntity<byte[]> file(Archives.Archive archive) {
    var day = LocalDate.ofInstant(archive.requestedAt(), ZoneOffset.UTC);
    var disposition = ContentDisposition.attachment().filename("lifeos-" + day + ".zip").build();
    return ResponseEntity.ok()
        .contentType(ZIP)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(archive.zip());
  }

  private ResponseEntity<String> gone() {
    var message = "The address is used, older than ten minutes, or was never given out.";
    return ResponseEntity.status(HttpStatus.NOT_FOUND)
        .contentType(MediaType.parseMediaType(HttpErrors.GRAPHQL_RESPONSE))
        .cacheControl(CacheControl.noStore())
        .body(errors.body(ErrorCode.NOT_FOUND, message));
  }
}
