package dev.lifeos.auth.account;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What changing the profile gave. */
public record UpdateProfilePayload(User user, List<UserError> errors) {}
