package dev.lifeos.auth.mail;

import dev.lifeos.auth.key.Sealed;
import dev.lifeos.auth.key.Vault;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends one mail by SMTP, as text and as HTML. */
@Component
class Postman {

  private final ObjectProvider<JavaMailSender> smtp;
  private final Vault vault;
  private final MailProperties properties;

  Postman(ObjectProvider<JavaMailSender> smtp, Vault vault, MailProperties properties) {
    this.smtp = smtp;
    this.vault = vault;
    this.properties = properties;
  }

  void send(QueuedMail mail) {
    var server = smtp.getIfAvailable();
    if (server == null) {
      throw new IllegalStateException("No mail server is configured: set SPRING_MAIL_HOST.");
    }
    var sealed = new Sealed(mail.keyId(), mail.sealed().getBytes(StandardCharsets.US_ASCII));
    var words = Mails.JSON.readValue(vault.open(sealed, Mails.CONTEXT), Words.class);
    try {
      send(server, words.to(), Letter.of(mail.kind(), words.values()));
    } catch (MessagingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private void send(JavaMailSender server, String to, Letter letter) throws MessagingException {
    var message = server.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(properties.from());
    helper.setTo(to);
    helper.setSubject(letter.subject());
    helper.setText(letter.text(), letter.html());
    // Nobody's absence note answers it (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    server.send(message);
  }
}
