package dev.lifeos.auth.google;

import dev.lifeos.auth.data.ExportSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a copy of a person's data has of the accounts elsewhere that they log in with. */
@Configuration(proxyBeanMethods = false)
class IdentityExport {

  @Bean
  ExportSection identitiesSection(JdbcClient jdbc) {
    return ExportSection.of(
        "identities",
        jdbc,
        """
        SELECT provider, subject, email, linked_at AS "linkedAt", last_used_at AS "lastUsedAt"
        FROM external_identity WHERE account_id = ? ORDER BY linked_at
        """);
  }
}
