package dev.lifeos.auth.profile.avatar;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.work.LongWork;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Writes pictures anew, in all sizes. One may take 80 MB while it is read, so that only so many are
 * at once as there is room for.
 */
@Component
class Pictures {

  private static final long ROOM = 256L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double QUALITY = 0.85;

  private final LongWork work = new LongWork("pictures", ROOM, PATIENCE);

  /**
   * A picture in all sizes, with nothing in it but pixels.
   *
   * @throws UnfitPicture where it is none, broken, or too large
   */
  Picture make(byte[] bytes) {
    return work.done(() -> picture(Decoder.square(bytes)), Pictures::busy);
  }

  private static UnfitPicture busy() {
    return new UnfitPicture(
        HttpStatus.SERVICE_UNAVAILABLE,
        ErrorCode.RATE_LIMITED,
        "Very many pictures arrive just now: ask for a new address and try again.");
  }

  private static Picture picture(BufferedImage square) {
    var extension = square.getColorModel().hasAlpha() ? AvatarFile.PNG : AvatarFile.JPEG;
    var files = new EnumMap<AvatarSize, byte[]>(AvatarSize.class);
    for (var size : AvatarSize.values()) {
      files.put(size, encoded(square, size.pixels(), extension));
    }
    return new Picture(extension, files);
  }

  private static byte[] encoded(BufferedImage square, int side, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      Thumbnails.of(square)
          .size(side, side)
          .outputFormat(format)
          .outputQuality(QUALITY)
          .toOutputStream(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The files of a picture. */
  record Picture(String extension, Map<AvatarSize, byte[]> files) {}
}
