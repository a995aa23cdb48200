package dev.lifeos.auth.profile.phone;

import dev.lifeos.starter.error.UserError;
import java.time.Instant;
import java.util.List;

/** What sending a code gave. */
public record RequestPhoneVerificationPayload(Instant expiresAt, List<UserError> errors) {}
