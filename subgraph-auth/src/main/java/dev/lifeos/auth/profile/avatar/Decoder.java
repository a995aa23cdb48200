package dev.lifeos.auth.profile.avatar;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import org.springframework.http.HttpStatus;

/** Makes an upright square of a picture, and looks at its measures before anything is unpacked. */
final class Decoder {

  private static final long MILLION = 1_000_000;
  private static final long MAX_PIXELS = 25 * MILLION;
  private static final long MAX_PIXELS_WHOLE = 13 * MILLION;
  private static final int MAX_SIDE = 12_000;
  private static final int ENOUGH = 2 * AvatarSize.LARGE.pixels();
  private static final String CUT_OFF = "remature end of";

  private Decoder() {}

  /**
   * The middle of the picture, as large as it is shown at most.
   *
   * @throws UnfitPicture where it is none, broken, or too large
   */
  static BufferedImage square(byte[] bytes) {
    var kind =
        PictureKind.of(bytes)
            .orElseThrow(() ->
                UnfitPicture.badFile(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send a JPEG, a PNG or a WebP file."));
    try {
      return square(kind, bytes);
    } catch (IOException | RuntimeException broken) {
      // The readers throw whatever comes to them on what they cannot read.
      throw broken instanceof UnfitPicture unfit ? unfit : broken();
    }
  }

  private static BufferedImage square(PictureKind kind, byte[] bytes) throws IOException {
    var reader = kind.reader();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      // Nobody wants the texts in it, which may be packed a thousand to one.
      reader.setInput(input, false, true);
      var size = new Dimension(reader.getWidth(0), reader.getHeight(0));
      requireModest(size, kind.isUnpackedWhole(bytes));
      var turn = ExifFilterUtils.getFilterForOrientation(Exif.orientation(kind, bytes));
      return upright(read(reader, size), turn);
    } finally {
      reader.dispose();
    }
  }

  // A picture that is read in strips is never whole in memory, of whatever size it is.
  private static void requireModest(Dimension size, boolean isUnpackedWhole) {
    var most = isUnpackedWhole ? MAX_PIXELS_WHOLE : MAX_PIXELS;
    var pixels = (long) size.width * size.height;
    if (size.width > MAX_SIDE || size.height > MAX_SIDE || pixels > most) {
      throw UnfitPicture.badFile(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The picture has more than %d million pixels, or a side of more than 12,000."
              .formatted(most / MILLION));
    }
  }

  // Of a large picture every second, third … pixel of the middle will do.
  private static BufferedImage read(ImageReader reader, Dimension size) throws IOException {
    var cutOff = new AtomicBoolean();
    reader.addIIOReadWarningListener((source, warning) -> {
      if (warning.contains(CUT_OFF)) {
        cutOff.set(true);
      }
    });
    var image = reader.read(0, middle(reader.getDefaultReadParam(), size));
    if (cutOff.get()) {
      throw broken();
    }
    return image;
  }

  private static ImageReadParam middle(ImageReadParam param, Dimension size) {
    var side = Math.min(size.width, size.height);
    var step = Math.max(1, side / ENOUGH);
    param.setSourceRegion(
        new Rectangle((size.width - side) / 2, (size.height - side) / 2, side, side));
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }

  private static BufferedImage upright(BufferedImage image, ImageFilter turn) throws IOException {
    var side = AvatarSize.LARGE.pixels();
    var type =
        image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    return turn.apply(
        Thumbnails.of(image)
            .crop(Positions.CENTER)
            .size(side, side)
            .imageType(type)
            .asBufferedImage());
  }

  private static UnfitPicture broken() {
    return UnfitPicture.badFile(HttpStatus.UNPROCESSABLE_CONTENT, "The picture is broken.");
  }
}
