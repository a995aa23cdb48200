package dev.lifeos.starter.access;

/** Who may use a field; the schema's {@code Audience} describes each. */
enum Audience {
  PUBLIC,
  SELF,
  SIGNED_IN,
  ADMIN,
  SERVICE
}
