package dev.lifeos.auth.app;

/** Whether an app can keep a secret; the schema describes each. */
enum AppKind {
  CONFIDENTIAL,
  PUBLIC
}
