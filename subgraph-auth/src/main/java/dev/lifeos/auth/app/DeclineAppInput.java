package dev.lifeos.auth.app;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record DeclineAppInput(
    UUID clientId, String redirectUri, @Nullable @Size(max = 500) String state) {}
