package dev.lifeos.auth.profile.avatar;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes pictures, good and bad ones. */
final class Pixels {

  private Pixels() {}

  /** The left half red, the right half blue. */
  static BufferedImage halves(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    var graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return image;
  }

  static byte[] jpeg(int width, int height) {
    return written(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  static byte[] progressive(int width, int height) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      var param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      var image = halves(width, height, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] png(int width, int height) {
    return written(halves(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  static byte[] written(BufferedImage image, String format) {
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static boolean isRed(int rgb) {
    var color = new Color(rgb);
    return color.getRed() > 180 && color.getBlue() < 80;
  }

  static boolean isBlue(int rgb) {
    var color = new Color(rgb);
    return color.getBlue() > 180 && color.getRed() < 80;
  }

  /** With an EXIF part that says how to turn it, and more that nobody should see. */
  static byte[] withExif(byte[] jpeg, int orientation, String secret) {
    var exif = exif(orientation, secret);
    var whole = ByteBuffer.allocate(jpeg.length + 4 + exif.length);
    whole.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.length + 2));
    return whole.put(exif).put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A WebP with such a part behind it. */
  static byte[] withExifChunk(byte[] webp, int orientation) {
    var exif = exif(orientation, "odd");
    var chunk = ByteBuffer.allocate(webp.length + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
    chunk.put(webp).put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length);
    return chunk.put(exif).array();
  }

  private static byte[] exif(int orientation, String secret) {
    var text = secret.getBytes(StandardCharsets.US_ASCII);
    var exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + text.length + 1);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    exif.putShort((short) 2);
    // The description, behind the entries; then the orientation.
    exif.putShort((short) 0x010e).putShort((short) 2).putInt(text.length + 1).putInt(38);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    return exif.putInt(0).put(text).put((byte) 0).array();
  }

  /** A JPEG whose header tells of other measures than it has. */
  static byte[] claiming(byte[] jpeg, int width, int height) {
    var changed = jpeg.clone();
    for (var at = 2; at < changed.length - 9; at++) {
      if ((changed[at] & 0xff) == 0xff && (changed[at + 1] & 0xff) == 0xc0) {
        ByteBuffer.wrap(changed, at + 5, 4).putShort((short) height).putShort((short) width);
        return changed;
      }
    }
    throw new IllegalArgumentException("no SOF0");
  }

  /** A PNG of nothing but a header that tells of those measures. */
  static byte[] pngClaiming(int width, int height) {
    var header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    return png(chunk("IHDR", header.array()), chunk("IDAT", deflated(1)), chunk("IEND"));
  }

  /** A PNG with a text in it that unpacks to that size. */
  static byte[] pngWithPackedText(int size) {
    var palette = new byte[] {0, (byte) 0xff};
    var image =
        new BufferedImage(
            64,
            64,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, 2, palette, palette, palette));
    var bytes = written(image, "png");
    var key = "Comment\0\0".getBytes(StandardCharsets.US_ASCII);
    var packed = deflated(size);
    var text =
        chunk("zTXt", ByteBuffer.allocate(key.length + packed.length).put(key).put(packed).array());
    var afterHeader = 8 + 25;
    return ByteBuffer.allocate(bytes.length + text.length)
        .put(bytes, 0, afterHeader)
        .put(text)
        .put(bytes, afterHeader, bytes.length - afterHeader)
        .array();
  }

  private static byte[] png(byte[]... chunks) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    for (var chunk : chunks) {
      bytes.writeBytes(chunk);
    }
    return bytes.toByteArray();
  }

  private static byte[] chunk(String type, byte... content) {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] deflated(int size) {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new DeflaterOutputStream(bytes)) {
      var zeros = new byte[8192];
      for (var left = size; left > 0; left -= zeros.length) {
        packing.write(zeros, 0, Math.min(left, zeros.length));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
