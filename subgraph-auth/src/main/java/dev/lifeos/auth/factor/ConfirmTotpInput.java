package dev.lifeos.auth.factor;

/** What shows that the app has the secret. */
record ConfirmTotpInput(String code) {}
