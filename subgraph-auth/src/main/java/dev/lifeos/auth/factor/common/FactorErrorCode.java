package dev.lifeos.auth.factor.common;

/** What a person can correct about factors; the schema describes each. */
public enum FactorErrorCode {
  WRONG_CODE,
  INVALID_CHALLENGE,
  INVALID_PASSKEY
}
