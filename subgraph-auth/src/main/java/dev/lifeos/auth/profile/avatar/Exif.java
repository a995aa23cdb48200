package dev.lifeos.auth.profile.avatar;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.Orientation;

/** How a picture was held when it was taken, as far as the file says so. */
final class Exif {

  private static final String NAME = "Exif";
  private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHUNK = "EXIF".getBytes(StandardCharsets.US_ASCII);
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  private Exif() {}

  static Orientation orientation(PictureKind kind, byte[] file) {
    try {
      return orientation(exif(kind, file));
    } catch (IOException | RuntimeException odd) {
      // Whatever stands there instead, the picture is taken as it lies.
      return Orientation.TOP_LEFT;
    }
  }

  private static Orientation orientation(byte[] exif) throws IOException {
    if (exif.length == 0) {
      return Orientation.TOP_LEFT;
    }
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(exif))) {
      var entry = new TIFFReader().read(input).getEntryById(TIFF.TAG_ORIENTATION);
      var found =
          entry != null && entry.getValue() instanceof Number number ? number.intValue() : 1;
      return 1 <= found && found <= 8 ? Orientation.typeOf(found) : Orientation.TOP_LEFT;
    }
  }

  private static byte[] exif(PictureKind kind, byte[] file) throws IOException {
    return switch (kind) {
      case JPEG -> ofJpeg(file);
      case WEBP -> ofWebp(file);
      case PNG -> new byte[0];
    };
  }

  private static byte[] ofJpeg(byte[] file) throws IOException {
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      var segments = JPEGSegmentUtil.readSegments(input, JPEG.APP1, NAME);
      if (segments.isEmpty()) {
        return new byte[0];
      }
      var data = segments.getFirst().segmentData().readAllBytes();
      return Arrays.copyOfRange(data, PREFIX.length, data.length);
    }
  }

  private static byte[] ofWebp(byte[] file) {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (var at = RIFF_HEADER; at + CHUNK_HEADER <= file.length; ) {
      var length = bytes.getInt(at + CHUNK.length);
      var begin = at + CHUNK_HEADER;
      if (Arrays.equals(file, at, at + CHUNK.length, CHUNK, 0, CHUNK.length)) {
        return withoutPrefix(
            Arrays.copyOfRange(file, begin, Math.clamp((long) begin + length, begin, file.length)));
      }
      // Chunks begin at even places.
      at = Math.addExact(begin, Math.addExact(Math.abs(length), length & 1));
    }
    return new byte[0];
  }

  private static byte[] withoutPrefix(byte[] exif) {
    var has = Arrays.equals(exif, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
    return has ? Arrays.copyOfRange(exif, PREFIX.length, exif.length) : exif;
  }
}
