package dev.lifeos.auth.factor.passkey;

/** What a passkey signs a challenge for; the schema describes those that are asked for. */
enum PasskeyPurpose {
  LOG_IN,
  STEP_UP,
  REGISTER
}
