package dev.lifeos.starter.access;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.util.Map;
import java.util.UUID;

/** Reads the keys of entity representations. */
public final class EntityKeys {

  private EntityKeys() {}

  /**
   * The representation's {@code id}.
   *
   * @throws Fault {@code BAD_USER_INPUT} when it is missing or no UUID
   */
  public static UUID id(Map<String, Object> representation) {
    try {
      return UUID.fromString(String.valueOf(representation.get("id")));
    } catch (IllegalArgumentException malformed) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "The representation's `id` is not an id.");
    }
  }
}
