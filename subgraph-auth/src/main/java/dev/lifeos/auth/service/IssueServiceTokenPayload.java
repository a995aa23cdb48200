package dev.lifeos.auth.service;

import dev.lifeos.starter.error.UserError;
import java.time.Instant;
import java.util.List;

/** What a service gets. */
public record IssueServiceTokenPayload(
    String accessToken, Instant accessTokenExpiresAt, List<UserError> errors) {}
