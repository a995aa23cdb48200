package dev.lifeos.auth.app;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What a code, or a refresh token, gave. */
record AppTokensPayload(AppTokens tokens, List<UserError> errors) {}
