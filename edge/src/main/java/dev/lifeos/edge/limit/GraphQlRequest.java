package dev.lifeos.edge.limit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What the cost of a request depends on.
 *
 * @param query the document; null when it is sent by its hash
 * @param operationName which of the document's operations
 * @param extensions the hash
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GraphQlRequest(
    @Nullable String query, @Nullable String operationName, @Nullable Extensions extensions) {

  /** The document's hash, if one is sent. */
  @Nullable String hash() {
    return extensions == null || extensions.persistedQuery() == null
        ? null
        : extensions.persistedQuery().sha256Hash();
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Extensions(@Nullable PersistedQuery persistedQuery) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record PersistedQuery(@Nullable String sha256Hash) {}
}
