package dev.lifeos.auth.factor.passkey;

import dev.lifeos.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Keeps the public keys of passkeys, and how often each has signed. */
@Repository
class PasskeyCredentials implements UserCredentialRepository {

  private static final String FIND =
      """
      SELECT p.*, u.handle FROM passkey p JOIN passkey_user u ON u.account_id = p.account_id
      """;
  private static final String BY_CREDENTIAL = FIND + "WHERE p.credential_id = ?";
  private static final String BY_HANDLE = FIND + "WHERE u.handle = ? ORDER BY p.created_at, p.id";
  private static final String ADD =
      """
      INSERT INTO passkey (id, account_id, credential_id, label, public_key, attestation_object, sign_count,
        backup_eligible, backup_state, transports, created_at)
      SELECT ?, account_id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM passkey_user WHERE handle = ?
      """;

  // Also of two requests at once only one gets past a count; those that do not count say 0.
  private static final String USED =
      """
      UPDATE passkey SET sign_count = :count, backup_state = :backup, last_used_at = :now
      WHERE credential_id = :credential AND (sign_count < :count OR (sign_count = 0 AND :count = 0))
      """;
  private static final String DELETE = "DELETE FROM passkey WHERE credential_id = ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyCredentials(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return jdbc.sql(BY_CREDENTIAL)
        .param(credentialId.getBytes())
        .query(PasskeyCredentials::credential)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return jdbc.sql(BY_HANDLE)
        .param(userId.getBytes())
        .query(PasskeyCredentials::credential)
        .list();
  }

  @Override
  public void save(CredentialRecord credential) {
    if (findByCredentialId(credential.getCredentialId()) == null) {
      add(credential);
    } else {
      used(credential);
    }
  }

  @Override
  public void delete(Bytes credentialId) {
    jdbc.sql(DELETE).param(credentialId.getBytes()).update();
  }

  private void add(CredentialRecord credential) {
    var transports =
        credential.getTransports().stream()
            .map(AuthenticatorTransport::getValue)
            .sorted()
            .collect(Collectors.joining(","));
    jdbc.sql(ADD)
        .params(
            Ids.next(),
            credential.getCredentialId().getBytes(),
            credential.getLabel(),
            credential.getPublicKey().getBytes(),
            Objects.requireNonNull(credential.getAttestationObject()).getBytes(),
            credential.getSignatureCount(),
            credential.isBackupEligible(),
            credential.isBackupState(),
            transports,
            now(),
            credential.getUserEntityUserId().getBytes())
        .update();
  }

  private void used(CredentialRecord credential) {
    var changed =
        jdbc.sql(USED)
            .param("count", credential.getSignatureCount())
            .param("backup", credential.isBackupState())
            .param("now", now())
            .param("credential", credential.getCredentialId().getBytes())
            .update();
    if (changed == 0) {
      throw new ClonedPasskey();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
    var created = row.getObject("created_at", OffsetDateTime.class).toInstant();
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(new Bytes(row.getBytes("handle")))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .attestationObject(new Bytes(row.getBytes("attestation_object")))
        .signatureCount(row.getLong("sign_count"))
        .uvInitialized(true)
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backup_state"))
        .transports(transports(row.getString("transports")))
        .label(row.getString("label"))
        .created(created)
        .lastUsed(used == null ? created : used.toInstant())
        .build();
  }

  private static Set<AuthenticatorTransport> transports(String names) {
    return Stream.of(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
