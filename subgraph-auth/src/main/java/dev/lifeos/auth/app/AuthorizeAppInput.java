package dev.lifeos.auth.app;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record AuthorizeAppInput(
    UUID clientId,
    String redirectUri,
    @Size(min = 1) List<AppScope> scopes,
    @Pattern(
            regexp = "[A-Za-z0-9_-]{43}",
            message = "The challenge is a SHA-256 in base64url, without padding")
        String codeChallenge,
    @Nullable @Size(max = 500) String state) {}
