package dev.lifeos.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.auth.MailBox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class MailTest extends AuthTest {

  @Autowired private Mails mails;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @ParameterizedTest
  @EnumSource
  void every_mail_is_readable_as_text_and_as_html(MailKind kind) {
    var to = address();
    mails.send(
        kind,
        to,
        Map.of("what", "A & B <c>", "when", "today", "link", "https://example.org/#token=abc"));
    assertThat(MailBox.subjects(to, 1).getFirst()).isNotBlank().doesNotContain("{{");
    assertThat(MailBox.texts(to).getFirst()).contains("LifeOS").doesNotContain("{{", "&amp;");
    assertThat(MailBox.pages(to).getFirst()).contains("<h1>").doesNotContain("{{", "<c>");
  }

  @Test
  void a_mail_goes_with_the_change_it_tells_of_or_not_at_all() {
    var to = address();
    transaction.executeWithoutResult(status -> {
      mails.send(MailKind.DELETION_CANCELLED, to, Map.of());
      status.setRollbackOnly();
    });
    var later = address();
    mails.send(MailKind.DELETION_CANCELLED, later, Map.of());
    MailBox.subjects(later, 1);
    assertThat(MailBox.texts(to)).isEmpty();
  }

  @Test
  void what_waits_to_be_sent_does_not_lie_open_in_the_database() {
    transaction.executeWithoutResult(status -> {
      mails.send(
          MailKind.VERIFY_EMAIL, "ann@example.org", Map.of("link", "https://x/#token=secret"));
      var waiting =
          jdbc.sql(
                  "SELECT encode(task_data, 'escape') FROM scheduled_tasks WHERE task_name = 'mail'")
              .query(String.class)
              .list();
      assertThat(waiting)
          .isNotEmpty()
          .noneMatch(data -> data.contains("ann@") || data.contains("secret"));
      status.setRollbackOnly();
    });
  }
}
