package dev.lifeos.auth.profile.avatar;

import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Lets people send a picture, and takes it in. */
@Service
class AvatarUpload {

  static final int MAX_BYTES = 5_000_000;

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final int PER_HOUR = 20;
  private static final int AT_ONCE = 16;
  private static final long ROOM = 64L << 20;

  private final Uploads uploads;
  private final Pictures pictures;
  private final Avatars avatars;
  private final Throttle throttle;
  private final Clock clock;
  // Each holds its whole body in memory.
  private final Semaphore places =
      new Semaphore(Math.clamp(Runtime.getRuntime().maxMemory() / ROOM, 1, AT_ONCE));

  AvatarUpload(
      Uploads uploads, Pictures pictures, Avatars avatars, Throttle throttle, Clock clock) {
    this.uploads = uploads;
    this.pictures = pictures;
    this.avatars = avatars;
    this.throttle = throttle;
    this.clock = clock;
  }

  /** A token with which a picture of that size can be sent. */
  Ticket ticket(UUID person, int size) {
    if (size < 1 || size > MAX_BYTES) {
      throw InvalidInput.of(
          UserErrorCode.OUT_OF_RANGE,
          "A picture has between 1 and 5,000,000 bytes.",
          "input",
          "size");
    }
    throttle.attempt("avatar-upload", person.toString(), PER_HOUR, Duration.ofHours(1));
    var expiry = clock.instant().plus(GOOD_FOR);
    var token = OneTimeToken.fresh();
    uploads.add(token, person, expiry);
    return new Ticket(token, expiry);
  }

  /**
   * Takes a picture in.
   *
   * @param bearer whose access token came with it; none is needed
   */
  Avatar take(OneTimeToken token, @Nullable String bearer, InputStream body) {
    if (!places.tryAcquire()) {
      throw new UnfitPicture(
          HttpStatus.SERVICE_UNAVAILABLE,
          ErrorCode.RATE_LIMITED,
          "Very many pictures arrive just now: try again.");
    }
    try {
      var person = uploads.find(token).orElseThrow(AvatarUpload::unknown);
      if (bearer != null && !bearer.equals(person.toString())) {
        throw unknown();
      }
      return take(token, bytes(body));
    } finally {
      places.release();
    }
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void forgetExpired() {
    uploads.deleteExpired();
  }

  // Used only now, so that who was cut off on the way can try again with the same token.
  private Avatar take(OneTimeToken token, byte[] bytes) {
    var person = uploads.use(token).orElseThrow(AvatarUpload::unknown);
    return avatars.show(person, pictures.make(bytes));
  }

  private static byte[] bytes(InputStream body) {
    try {
      var bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length <= MAX_BYTES) {
        return bytes;
      }
    } catch (IOException cutOffOrTooLarge) {
      // The filter for large bodies ends the stream so; to who was cut off it is all the same.
    }
    throw UnfitPicture.badFile(
        HttpStatus.CONTENT_TOO_LARGE, "A picture has at most 5,000,000 bytes.");
  }

  private static UnfitPicture unknown() {
    return new UnfitPicture(
        HttpStatus.NOT_FOUND,
        ErrorCode.NOT_FOUND,
        "The address is used, older than ten minutes, or was never given out.");
  }

  /** What lets a picture in. */
  record Ticket(OneTimeToken token, Instant expiresAt) {}
}
