package dev.lifeos.auth.google;

import dev.lifeos.auth.device.Device;
import java.util.UUID;

/** Takes what a person has granted: to read their calendar. */
public interface CalendarGrants {

  /**
   * Connects the calendar, or connects it anew.
   *
   * @param google whose calendar it is
   * @param refreshToken what it is read with
   */
  void granted(UUID account, GoogleProfile google, String refreshToken, Device device);
}
