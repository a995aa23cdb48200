package dev.lifeos.auth.factor.passkey;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What beginning gave. */
record PasskeyChallengePayload(PasskeyChallenge challenge, List<UserError> errors) {}
