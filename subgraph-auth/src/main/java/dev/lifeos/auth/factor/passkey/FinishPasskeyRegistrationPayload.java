package dev.lifeos.auth.factor.passkey;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What adding gave. */
record FinishPasskeyRegistrationPayload(Passkey passkey, List<UserError> errors) {}
