package dev.lifeos.auth.data;

import dev.lifeos.starter.error.UserError;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Where to fetch a copy. */
public record DownloadDataExportPayload(URI url, Instant expiresAt, List<UserError> errors) {}
