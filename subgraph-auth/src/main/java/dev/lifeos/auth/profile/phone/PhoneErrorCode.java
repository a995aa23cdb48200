package dev.lifeos.auth.profile.phone;

/** The mistakes that only telephone numbers know; the schema describes each. */
enum PhoneErrorCode {
  INVALID_PHONE_CODE,
  UNREACHABLE_PHONE
}
