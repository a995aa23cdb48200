package dev.lifeos.auth.data;

/** How a copy is written; the schema describes each value. */
enum ExportFormat {
  JSON
}
