package dev.lifeos.auth.session;

import org.jspecify.annotations.Nullable;

/** From where somebody logs in, as far as headers tell; bounded, since clients write them. */
record Device(@Nullable String userAgent, @Nullable String ip) {

  private static final int MAX_AGENT = 200;
  private static final int MAX_IP = 45;

  static Device of(@Nullable String userAgent, @Nullable String forwardedFor) {
    var ip = forwardedFor == null ? null : forwardedFor.split(",", 2)[0].strip();
    return new Device(cut(userAgent, MAX_AGENT), cut(ip, MAX_IP));
  }

  private static @Nullable String cut(@Nullable String text, int max) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.substring(0, Math.min(max, text.length()));
  }
}
