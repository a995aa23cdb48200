package dev.lifeos.edge.secret;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Whoever knows such a path may send or fetch what is there, so it stands neither in logs nor in
 * traces.
 */
@Component
public final class SecretPaths implements ObservationFilter {

  private static final Pattern SECRET = Pattern.compile("(/exports/|/avatars/uploads/)[^?#]*");
  // The server's and the client's name for it.
  private static final List<String> KEYS = List.of("http.url", "http.uri");

  /** The path without what is secret in it. */
  public static String masked(String path) {
    return SECRET.matcher(path).replaceFirst("$1…");
  }

  @Override
  public Observation.Context map(Observation.Context context) {
    for (var key : KEYS) {
      var found = context.getHighCardinalityKeyValue(key);
      if (found != null) {
        context.addHighCardinalityKeyValue(KeyValue.of(key, masked(found.getValue())));
      }
    }
    return context;
  }
}
