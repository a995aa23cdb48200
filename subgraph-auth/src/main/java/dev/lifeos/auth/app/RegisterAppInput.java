package dev.lifeos.auth.app;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;

record RegisterAppInput(
    // Without signs that turn the direction of writing, or are drawn as nothing.
    @NotBlank
        @Size(max = 60)
        @Pattern(
            regexp = "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]*",
            message = "A name has letters, digits, signs and spaces")
        String name,
    URI homepage,
    @Size(min = 1, max = 10) List<String> redirectUris,
    @Size(min = 1) List<AppScope> scopes,
    AppKind kind) {}
