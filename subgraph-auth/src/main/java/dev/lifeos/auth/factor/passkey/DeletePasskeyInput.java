package dev.lifeos.auth.factor.passkey;

import java.util.UUID;

/** Which passkey to take away. */
record DeletePasskeyInput(UUID id) {}
