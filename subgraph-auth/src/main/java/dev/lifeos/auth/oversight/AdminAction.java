package dev.lifeos.auth.oversight;

/** What administrators do; the schema describes each. */
public enum AdminAction {
  READ,
  ROLE_GRANTED,
  ROLE_REVOKED,
  LOCKED,
  UNLOCKED,
  SESSIONS_ENDED,
  APP_REGISTERED,
  APP_SECRET_RENEWED,
  APP_REMOVED
}
