package dev.lifeos.auth.key;

/**
 * A table with a sealed column; a bean for each. The rotation of keys seals all its rows anew. The
 * names are SQL's and constants.
 */
public interface SealedRows {

  /** The table. */
  String table();

  /** Its primary key, of one column. */
  String idColumn();

  /** Where {@link Sealed#keyId()} lies. */
  String keyColumn();

  /** Where {@link Sealed#bytes()} lie. */
  String bytesColumn();

  /** The context that the row with this id was sealed in. */
  String context(String id);
}
