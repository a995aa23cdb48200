package dev.lifeos.auth.google;

/** The mistakes that only signing in elsewhere knows; the schema describes each. */
public enum GoogleErrorCode {
  PROVIDER_NOT_AVAILABLE,
  PROVIDER_REFUSED,
  PROVIDER_EMAIL_UNVERIFIED,
  OAUTH_ATTEMPT_INVALID,
  LINK_REQUIRED,
  CONSENT_INCOMPLETE
}
