package dev.lifeos.auth.app;

import dev.lifeos.auth.data.ExportSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which apps had access to what, in the copy that people may have of their data. */
@Configuration(proxyBeanMethods = false)
class AppSection {

  @Bean
  ExportSection connectedAppsSection(JdbcClient jdbc) {
    return ExportSection.of(
        "connected-apps",
        jdbc,
        """
        SELECT a.id AS "clientId", a.name, a.homepage, s.scopes, s.created_at AS "since",
          s.last_used_at AS "lastUsedAt", s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt"
        FROM session s JOIN app a ON a.id = s.client_id WHERE s.account_id = ? ORDER BY s.created_at
        """);
  }
}
