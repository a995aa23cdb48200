package dev.lifeos.auth.factor.passkey;

/** What a passkey is to be used for. */
record BeginPasskeyLoginInput(PasskeyPurpose purpose) {}
