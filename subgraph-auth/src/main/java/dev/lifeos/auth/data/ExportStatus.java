package dev.lifeos.auth.data;

/** How far a copy is; the schema describes each value. */
public enum ExportStatus {
  PENDING,
  READY,
  FAILED
}
