package dev.lifeos.auth.factor;

import dev.lifeos.auth.data.ExportSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a copy of a person's data has of their second factors: no secrets. */
@Configuration(proxyBeanMethods = false)
class FactorExport {

  @Bean
  ExportSection passkeysSection(JdbcClient jdbc) {
    return ExportSection.of(
        "passkeys",
        jdbc,
        """
        SELECT id, label, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM passkey
        WHERE account_id = ? ORDER BY created_at
        """);
  }

  @Bean
  ExportSection secondFactorSection(JdbcClient jdbc) {
    return ExportSection.of(
        "second-factor",
        jdbc,
        """
        SELECT created_at AS "createdAt", confirmed_at AS "confirmedAt" FROM totp
        WHERE account_id = ? AND confirmed_at IS NOT NULL
        """);
  }
}
