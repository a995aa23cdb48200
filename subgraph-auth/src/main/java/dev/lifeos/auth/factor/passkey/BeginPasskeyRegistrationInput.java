package dev.lifeos.auth.factor.passkey;

/** Which passkey to add. */
record BeginPasskeyRegistrationInput(String label) {}
