package dev.lifeos.auth.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's account. */
@Entity
@Table(name = "account")
class AccountEntity {

  @Id private UUID id;
  private String email;

  @Column(name = "email_verified")
  private boolean emailVerified;

  @Column(name = "full_name")
  private String fullName;

  @Column(name = "phone_number")
  private @Nullable String phoneNumber;

  @Column(name = "time_zone")
  private String timeZone;

  private String locale;
  private boolean admin;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  @Column(name = "created_at")
  private Instant createdAt;

  // Changed by whatever ends sessions, never from here.
  @Column(name = "session_epoch", insertable = false, updatable = false)
  private int sessionEpoch;

  @Version private int version;

  @SuppressWarnings("NullAway.Init") // For JPA.
  protected AccountEntity() {}

  @Nullable String passwordHash() {
    return passwordHash;
  }

  void changePassword(String hash) {
    passwordHash = hash;
  }

  void rename(String name) {
    fullName = name;
  }

  void move(ZoneId zone) {
    timeZone = zone.getId();
  }

  void speak(Locale language) {
    locale = language.toLanguageTag();
  }

  void call(@Nullable String number) {
    phoneNumber = number;
  }

  User user() {
    return new User(
        id,
        email,
        emailVerified,
        fullName,
        phoneNumber,
        ZoneId.of(timeZone),
        Locale.forLanguageTag(locale),
        User.roles(admin),
        createdAt,
        sessionEpoch);
  }
}
