package dev.lifeos.starter.error;

/** The kinds of mistake a person can correct; the schema's {@code UserErrorCode} describes each. */
public enum UserErrorCode {
  REQUIRED,
  INVALID,
  TOO_SHORT,
  TOO_LONG,
  TOO_MANY,
  OUT_OF_RANGE,
  NOT_FOUND,
  ALREADY_EXISTS,
  CONFLICT,
  NOT_ALLOWED
}
