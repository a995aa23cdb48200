package dev.lifeos.starter.time;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The zones that people live in. */
public final class Zones {

  // The JDK's own, which nobody else knows.
  private static final String NOT_IANA = "SystemV/";

  // The JDK copies all six hundred whenever they are asked for, and each request asks for one.
  private static final Set<String> NAMES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> !name.startsWith(NOT_IANA))
          .collect(Collectors.toUnmodifiableSet());

  private Zones() {}

  /**
   * The zone with that IANA name. {@code ZoneId} alone would accept bare offsets, which have no
   * days of their own.
   */
  public static Optional<ZoneId> find(String name) {
    return NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }
}
