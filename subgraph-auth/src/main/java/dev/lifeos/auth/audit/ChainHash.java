package dev.lifeos.auth.audit;

import dev.lifeos.auth.key.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** How each event of the log vouches for all before it. */
final class ChainHash {

  /** Before the first event. */
  static final byte[] BEGINNING = new byte[32];

  private static final int FIXED = 2 * BEGINNING.length + 6 * Long.BYTES + Integer.BYTES;

  private ChainHash() {}

  static byte[] of(
      byte[] previous,
      long seq,
      UUID id,
      UUID account,
      SecurityEventType type,
      Instant at,
      byte[] contentHash) {
    var name = type.name().getBytes(StandardCharsets.UTF_8);
    var bytes =
        ByteBuffer.allocate(FIXED + name.length)
            .put(previous)
            .putLong(seq)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .putLong(at.toEpochMilli())
            .putInt(name.length)
            .put(name)
            .put(contentHash);
    return Digests.sha256(bytes.array());
  }

  static byte[] ofContent(String json) {
    return Digests.sha256(json.getBytes(StandardCharsets.UTF_8));
  }
}
