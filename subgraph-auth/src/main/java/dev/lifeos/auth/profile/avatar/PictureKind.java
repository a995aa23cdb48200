package dev.lifeos.auth.profile.avatar;

import static com.twelvemonkeys.imageio.metadata.jpeg.JPEG.SOF2;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The kinds of picture that are taken, told by what is in them and not by what they are called. */
enum PictureKind {
  JPEG("jpeg") {
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, "\u00ff\u00d8\u00ff");
    }

    // What is progressive is gathered first, and drawn then.
    @Override
    boolean isUnpackedWhole(byte[] bytes) throws IOException {
      try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
        return !JPEGSegmentUtil.readSegments(input, SOF2, null).isEmpty();
      }
    }
  },
  PNG("png") {
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, "\u0089PNG\r\n\u001a\n");
    }
  },
  WEBP("webp") {
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP");
    }

    // Asked for by name: which plug-ins ImageIO finds depends on the class loader of the first that
    // asks.
    @Override
    ImageReader reader() throws IOException {
      return new WebPImageReaderSpi().createReaderInstance(null);
    }

    @Override
    boolean isUnpackedWhole(byte[] bytes) {
      return true;
    }
  };

  private final String format;

  PictureKind(String format) {
    this.format = format;
  }

  abstract boolean begins(byte[] bytes);

  /** Whether all its pixels are in memory at once before the first can be had. */
  boolean isUnpackedWhole(byte[] bytes) throws IOException {
    return false;
  }

  ImageReader reader() throws IOException {
    return ImageIO.getImageReadersByFormatName(format).next();
  }

  static Optional<PictureKind> of(byte[] bytes) {
    return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
  }

  private static boolean has(byte[] bytes, int at, String latin) {
    var wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
