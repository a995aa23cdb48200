package dev.lifeos.auth.factor;

import java.util.UUID;

/** What a person has of codes. */
record FactorState(UUID accountId, boolean totpEnabled, int recoveryCodesLeft) {}
