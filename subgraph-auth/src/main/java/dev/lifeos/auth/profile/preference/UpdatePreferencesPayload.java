package dev.lifeos.auth.profile.preference;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What changing preferences gave. */
public record UpdatePreferencesPayload(UserPreferences preferences, List<UserError> errors) {}
