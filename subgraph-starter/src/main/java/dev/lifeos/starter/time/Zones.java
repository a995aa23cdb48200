package dev.lifeos.starter.time;

import java.time.ZoneId;
import java.util.Optional;

/** The zones that people live in. */
public final class Zones {

  // The JDK's own, which nobody else knows.
  private static final String NOT_IANA = "SystemV/";

  private Zones() {}

  /**
   * The zone with that IANA name. {@code ZoneId} alone would accept bare offsets, which have no
   * days of their own.
   */
  public static Optional<ZoneId> find(String name) {
    var known = ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith(NOT_IANA);
    return known ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }
}
