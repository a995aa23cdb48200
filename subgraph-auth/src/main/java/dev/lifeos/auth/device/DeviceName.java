package dev.lifeos.auth.device;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ua_parser.Client;
import ua_parser.Parser;

/** What a person calls a device: {@code Firefox on Linux}. */
@Component
public class DeviceName {

  private static final int REMEMBERED = 1_000;
  private static final String OTHER = "Other";
  private static final int MAX = 80;

  private final Parser parser = new Parser();

  // The library tries some hundred patterns one by one.
  private final LoadingCache<String, String> names =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build(agent -> name(agent));

  /** The name, by the program's own words where no more is known; null where it said nothing. */
  public @Nullable String of(Device device) {
    var agent = device.userAgent();
    return agent == null ? null : names.get(agent);
  }

  private String name(String agent) {
    Client client = parser.parse(agent);
    var program = client.userAgent.family;
    var system = client.os.family;
    if (OTHER.equals(program)) {
      return agent.substring(0, Math.min(MAX, agent.length()));
    }
    return OTHER.equals(system) ? program : program + " on " + system;
  }
}
