package dev.lifeos.auth.data;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kinds of data on which this feature stands, which cannot know of it themselves. */
@Configuration(proxyBeanMethods = false)
class OwnSections {

  @Bean
  ExportSection accountSection(JdbcClient jdbc) {
    return ExportSection.of(
        "account",
        jdbc,
        """
        SELECT id, email, email_verified AS "emailVerified", full_name AS "fullName",
          phone_number AS "phoneNumber", phone_verified_at AS "phoneVerifiedAt", time_zone AS "timeZone",
          locale, admin, created_at AS "createdAt"
        FROM account WHERE id = ?
        """);
  }

  @Bean
  ExportSection sessionsSection(JdbcClient jdbc) {
    return ExportSection.of(
        "sessions",
        jdbc,
        """
        SELECT id, user_agent AS "userAgent", ip, method, created_at AS "createdAt",
          last_used_at AS "lastUsedAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
        FROM session WHERE account_id = ? ORDER BY created_at
        """);
  }

  @Bean
  ExportSection securityEventsSection(JdbcClient jdbc) {
    return ExportSection.of(
        "security-events",
        jdbc,
        """
        SELECT id, type, at, content::json AS content FROM security_event
        WHERE account_id = ? ORDER BY seq
        """);
  }

  @Bean
  ExportSection knownDevicesSection(JdbcClient jdbc) {
    return ExportSection.of(
        "known-devices",
        jdbc,
        """
        SELECT name, first_seen AS "firstSeen" FROM known_device
        WHERE account_id = ? ORDER BY first_seen
        """);
  }
}
