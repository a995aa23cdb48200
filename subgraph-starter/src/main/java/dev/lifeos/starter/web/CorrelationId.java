package dev.lifeos.starter.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id under which one request is found in the logs of all services. */
public final class CorrelationId {

  /** The HTTP header that carries it, in and out. */
  public static final String HEADER = "X-Correlation-Id";

  /** Its key in the logs. */
  public static final String KEY = "correlationId";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private CorrelationId() {}

  /** The id of the request that this thread works on; a new one where there is none. */
  public static String current() {
    var id = MDC.get(KEY);
    return id == null ? fresh() : id;
  }

  /** What the client sent, if it is well-formed, else a new one. */
  static String accept(@Nullable String sent) {
    return sent != null && WELL_FORMED.matcher(sent).matches() ? sent : fresh();
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
