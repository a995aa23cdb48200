package dev.lifeos.edge.error;

/** The graph's codes of top-level errors, as far as the edge itself gives them. */
public enum ErrorCode {
  /** The token is expired, forged or no token at all. */
  UNAUTHENTICATED,
  /** The web origin may not call. */
  FORBIDDEN,
  /** The request is malformed, too large or too slow. */
  BAD_USER_INPUT,
  /** Nothing is served at this path. */
  NOT_FOUND,
  /** A hash was sent in place of a document that nobody has sent before. */
  PERSISTED_QUERY_NOT_FOUND,
  /** Too many requests. */
  RATE_LIMITED,
  /** A part that is needed does not answer. */
  UPSTREAM_UNAVAILABLE,
  /** A defect of ours. */
  INTERNAL_SERVER_ERROR;

  /** The code that fits an HTTP status. */
  static ErrorCode of(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 429 -> RATE_LIMITED;
      case 502, 503, 504 -> UPSTREAM_UNAVAILABLE;
      default -> status >= 500 ? INTERNAL_SERVER_ERROR : BAD_USER_INPUT;
    };
  }
}
