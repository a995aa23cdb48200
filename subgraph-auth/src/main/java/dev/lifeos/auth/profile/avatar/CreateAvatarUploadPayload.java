package dev.lifeos.auth.profile.avatar;

import dev.lifeos.starter.error.UserError;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Where to send a picture. */
public record CreateAvatarUploadPayload(URI url, Instant expiresAt, List<UserError> errors) {}
