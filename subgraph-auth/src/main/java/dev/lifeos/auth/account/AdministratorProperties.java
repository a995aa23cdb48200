package dev.lifeos.auth.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first administrator; made at start where both are set and the address has no account. */
@ConfigurationProperties("lifeos.admin")
record AdministratorProperties(@Nullable String email, @Nullable String password) {}
