package dev.lifeos.auth.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

record LockAccountInput(UUID userId, Instant until, @NotBlank @Size(max = 200) String reason) {}
