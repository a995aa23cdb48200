package dev.lifeos.auth.profile.phone;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What verifying gave. */
public record VerifyPhonePayload(@Nullable User user, List<UserError> errors) {}
