package dev.lifeos.auth.factor;

import dev.lifeos.auth.key.SealedRows;
import org.springframework.stereotype.Component;

/** Where the secrets of codes lie, for the rotation of keys. */
@Component
class TotpRows implements SealedRows {

  @Override
  public String table() {
    return "totp";
  }

  @Override
  public String idColumn() {
    return "id";
  }

  @Override
  public String keyColumn() {
    return "secret_key_id";
  }

  @Override
  public String bytesColumn() {
    return "secret";
  }

  @Override
  public String context(String id) {
    return TotpStore.context(id);
  }
}
