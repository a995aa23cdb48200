package dev.lifeos.auth.device;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody asks, as far as headers tell; bounded, since clients write them.
 *
 * @param userAgent the program, as it calls itself
 * @param ip the address that the edge saw
 */
public record Device(@Nullable String userAgent, @Nullable String ip) {

  /** Where nothing is known. */
  public static final Device UNKNOWN = new Device(null, null);

  private static final int MAX_AGENT = 200;
  private static final Pattern IP = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /** The device behind two headers: {@code User-Agent} and {@code X-Forwarded-For}. */
  public static Device of(@Nullable String userAgent, @Nullable String forwardedFor) {
    var ip = forwardedFor == null ? null : forwardedFor.split(",", 2)[0].strip();
    return new Device(cut(userAgent), ip != null && IP.matcher(ip).matches() ? ip : null);
  }

  private static @Nullable String cut(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.substring(0, Math.min(MAX_AGENT, text.length()));
  }
}
