package dev.lifeos.auth.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface Accounts extends JpaRepository<AccountEntity, UUID> {

  Optional<AccountEntity> findByEmail(String email);

  /** One statement, so that of two registrations at once one finds the address taken. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          INSERT INTO account (id, email, full_name, time_zone, locale, admin, password_hash, email_verified, created_at)
          VALUES (:id, :email, :name, :zone, :locale, :admin, :hash, true, :now)
          ON CONFLICT (email) DO NOTHING
          """)
  int insert(
      @Param("id") UUID id,
      @Param("email") String email,
      @Param("name") String name,
      @Param("zone") String zone,
      @Param("locale") String locale,
      @Param("admin") boolean admin,
      @Param("hash") @Nullable String hash,
      @Param("now") Instant now);
}
