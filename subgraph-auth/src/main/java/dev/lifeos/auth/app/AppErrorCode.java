package dev.lifeos.auth.app;

/** The mistakes that only apps make; the schema describes each. */
enum AppErrorCode {
  INVALID_CLIENT,
  INVALID_CODE,
  INVALID_TOKEN,
  REDIRECT_NOT_REGISTERED,
  SCOPE_NOT_ALLOWED
}
