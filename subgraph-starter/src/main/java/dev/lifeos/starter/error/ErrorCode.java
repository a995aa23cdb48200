package dev.lifeos.starter.error;

/** The codes of top-level errors, in {@code extensions.code}. */
public enum ErrorCode {
  /** There is no valid token. */
  UNAUTHENTICATED,
  /** The token does not allow it. */
  FORBIDDEN,
  /** The request is malformed, or an argument is out of bounds. */
  BAD_USER_INPUT,
  /** There is no such record. */
  NOT_FOUND,
  /** The record has changed meanwhile. */
  CONFLICT,
  /** Too many requests. */
  RATE_LIMITED,
  /** The operation is too deep or too wide. */
  QUERY_TOO_EXPENSIVE,
  /** A service that is needed does not answer. */
  UPSTREAM_UNAVAILABLE,
  /** A defect of ours. The message says nothing; the correlation id finds it in the logs. */
  INTERNAL_SERVER_ERROR
}
