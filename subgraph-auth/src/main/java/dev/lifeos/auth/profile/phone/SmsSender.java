package dev.lifeos.auth.profile.phone;

/** Sends text messages. */
interface SmsSender {

  /**
   * Sends one.
   *
   * @param to E.164
   * @throws UnreachablePhone where none gets to this number, now or later
   * @throws dev.lifeos.starter.error.Fault {@code UPSTREAM_UNAVAILABLE} where none is sent just now
   */
  void send(String to, String text);
}
