package dev.lifeos.auth.app;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An app that a person allowed something; the schema describes each part. */
record ConnectedApp(
    UUID accountId,
    UUID id,
    String name,
    URI homepage,
    List<AppPermission> permissions,
    Instant since,
    Instant lastUsedAt) {}
