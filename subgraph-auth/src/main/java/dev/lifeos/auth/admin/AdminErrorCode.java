package dev.lifeos.auth.admin;

/** The mistakes that only administrators make; the schema describes each. */
enum AdminErrorCode {
  LAST_ADMINISTRATOR
}
