package dev.lifeos.auth.mail;

/**
 * A mail that waits to be sent.
 *
 * @param keyId of the key that sealed
 * @param sealed address and values, which may hold a token
 */
record QueuedMail(MailKind kind, String keyId, String sealed) {}
