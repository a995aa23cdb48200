package dev.lifeos.auth.profile.avatar;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What removing gave. */
public record DeleteAvatarPayload(@Nullable User user, List<UserError> errors) {}
