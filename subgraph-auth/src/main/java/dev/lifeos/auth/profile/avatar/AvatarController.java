package dev.lifeos.auth.profile.avatar;

import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.HttpErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes pictures in and gives them out. */
@RestController
class AvatarController {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final String HARMLESS = "default-src 'none'; sandbox";

  private final AvatarUpload upload;
  private final Avatars avatars;
  private final AvatarAddresses addresses;
  private final HttpErrors errors;

  AvatarController(
      AvatarUpload upload, Avatars avatars, AvatarAddresses addresses, HttpErrors errors) {
    this.upload = upload;
    this.avatars = avatars;
    this.addresses = addresses;
    this.errors = errors;
  }

  @PutMapping("/avatars/uploads/{token}")
  ResponseEntity<Map<String, URI>> take(
      @PathVariable String token, @Nullable Principal bearer, HttpServletRequest request)
      throws IOException {
    var whose = bearer == null ? null : bearer.getName();
    var avatar = upload.take(new OneTimeToken(token), whose, request.getInputStream());
    var address = addresses.of(avatar.file(AvatarSize.LARGE));
    return ResponseEntity.created(address).body(Map.of("url", address));
  }

  @GetMapping("/avatars/{name}")
  ResponseEntity<byte[]> give(@PathVariable String name) {
    var file = AvatarFile.of(name).orElseThrow(AvatarController::gone);
    var bytes = avatars.read(file).orElseThrow(AvatarController::gone);
    return ResponseEntity.ok()
        .contentType(file.type())
        .cacheControl(FOR_EVER)
        .eTag(file.name())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", HARMLESS)
        .body(bytes);
  }

  @ExceptionHandler(UnfitPicture.class)
  ResponseEntity<String> refused(UnfitPicture unfit) {
    var answer =
        ResponseEntity.status(unfit.status())
            .contentType(MediaType.parseMediaType(HttpErrors.GRAPHQL_RESPONSE))
            .cacheControl(CacheControl.noStore());
    if (unfit.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, "5");
    }
    return answer.body(errors.body(unfit.code(), String.valueOf(unfit.getMessage())));
  }

  private static UnfitPicture gone() {
    return new UnfitPicture(HttpStatus.NOT_FOUND, ErrorCode.NOT_FOUND, "There is no such picture.");
  }
}
