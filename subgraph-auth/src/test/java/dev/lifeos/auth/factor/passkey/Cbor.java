package dev.lifeos.auth.factor.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** As much of CBOR (RFC 8949) as authenticators write: numbers, bytes, texts and maps. */
final class Cbor {

  private static final int NEGATIVE = 1;
  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int MAP = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Cbor() {}

  static byte[] of(Map<?, ?> map) {
    var cbor = new Cbor();
    cbor.write(map);
    return cbor.out.toByteArray();
  }

  private void write(Object value) {
    switch (value) {
      case Integer number when number >= 0 -> head(0, number);
      case Integer number -> head(NEGATIVE, -1 - number);
      case byte[] bytes -> {
        head(BYTES, bytes.length);
        out.writeBytes(bytes);
      }
      case String text -> {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
      }
      case Map<?, ?> map -> {
        head(MAP, map.size());
        map.forEach((key, each) -> {
          write(key);
          write(each);
        });
      }
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }

  private void head(int type, int length) {
    var first = type << 5;
    if (length < 24) {
      out.write(first | length);
    } else if (length < 256) {
      out.write(first | 24);
      out.write(length);
    } else {
      out.write(first | 25);
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
    }
  }
}
