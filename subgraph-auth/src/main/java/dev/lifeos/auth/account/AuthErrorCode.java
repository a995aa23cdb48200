package dev.lifeos.auth.account;

/** The mistakes that only auth knows; the schema describes each. */
public enum AuthErrorCode {
  INVALID_CREDENTIALS,
  WEAK_PASSWORD,
  BREACHED_PASSWORD,
  INVALID_TOKEN,
  STEP_UP_REQUIRED,
  LAST_WAY_IN
}
