package dev.lifeos.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MailTest extends SimulatorTest {
  private static final String LINK = "http://localhost:3000/account/verify-email#token=abc-_123";

  private final String to = UUID.randomUUID() + "@example.org";

  @Test
  void both_forms_of_a_mail_arrive() throws Exception {
    send(
        to,
        "Grüße, Zoë",
        "Follow " + LINK + " soon.",
        "<p>Follow <a href=\"" + LINK + "\">this</a></p>");
    JsonNode mail = mails(to).path(0);

    assertThat(mail.path("to").asString()).isEqualTo(to);
    assertThat(mail.path("from").asString()).isEqualTo("LifeOS <no-reply@lifeos.local>");
    assertThat(mail.path("subject").asString()).isEqualTo("Grüße, Zoë");
    assertThat(mail.path("text").asString()).isEqualTo("Follow " + LINK + " soon.");
    assertThat(mail.path("html").asString()).contains("<a href=\"" + LINK + "\">");
    assertThat(Instant.parse(mail.path("receivedAt").asString())).isNotNull();
    assertThat(mail.path("id").asString()).isNotEmpty();
  }

  @Test
  void the_newest_is_first_and_others_mail_is_left_out() throws Exception {
    send(to, "One", "1", null);
    send(UUID.randomUUID() + "@example.org", "Not this", "x", null);
    send(to, "Two", "2", null);

    assertThat(mails(to.toUpperCase(Locale.ROOT))).hasSize(2);
    assertThat(mails(to).at("/0/subject").asString()).isEqualTo("Two");
    assertThat(mails(to).at("/0/html").isNull()).isTrue();
  }

  @Test
  void everybody_gets_their_own() throws Exception {
    String other = UUID.randomUUID() + "@example.org";
    send(to + "," + other, "To two", "x", null);

    assertThat(mails(to)).hasSize(1);
    assertThat(mails(other)).hasSize(1);
  }

  @Test
  void the_oldest_go_when_the_box_is_full() throws Exception {
    send(to, "The oldest", "x", null);
    for (int i = 0; i < 50; i++) {
      send("many@example.org", "Mail " + i, "x", null);
    }

    assertThat(mails(to)).isEmpty();
    assertThat(mails("many@example.org")).hasSize(50);
  }

  @Test
  void a_mail_that_is_too_large_is_refused() {
    assertThatThrownBy(() -> send(to, "Large", "x".repeat(2_000_000), null))
        .isInstanceOf(MessagingException.class);
    assertThat(mails(to)).isEmpty();
  }

  @Test
  void a_person_reads_it_and_can_follow_the_link() throws Exception {
    send(
        to,
        "Please <confirm>",
        "Follow " + LINK + ".",
        "<html><head></head><body><script>alert(1)</script><a href=\""
            + LINK
            + "\">Go</a></body></html>");
    String list = web().get("/mail/?to=" + Web.encoded(to)).body();
    assertThat(list).contains("Please &lt;confirm&gt;", to);
    var path = Pattern.compile("/mail/messages/[0-9a-f-]+").matcher(list);
    assertThat(path.find()).isTrue();
    String page = web().get(path.group()).body();
    Web.Answer html = web().get(path.group() + "/html");

    assertThat(page)
        .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
        .contains("<a href=\"" + LINK.replace("=", "&#x3D;") + "\" target=\"_blank\"")
        .doesNotContain("<script>");
    assertThat(html.body()).contains("<head><base target=\"_blank\">", ">Go</a>");
    assertThat(html.header("content-security-policy")).contains("default-src 'none'", "sandbox");
    assertThat(web().get("/mail/messages/none").status()).isEqualTo(404);
  }

  @Test
  void the_box_can_be_emptied() throws Exception {
    send(to, "One", "1", null);
    assertThat(web().delete("/mail/api/messages").status()).isEqualTo(204);

    assertThat(web().get("/mail/api/messages").json()).isEmpty();
    assertThat(web().get("/mail/").body()).contains("No mail yet");
  }

  private JsonNode mails(String address) {
    return web().get("/mail/api/messages?to=" + Web.encoded(address)).json();
  }

  private void send(String address, String subject, String text, @Nullable String html)
      throws MessagingException, UnsupportedEncodingException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", smtpPort());
    properties.setProperty("mail.smtp.timeout", "10000");
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("no-reply@lifeos.local", "LifeOS"));
    message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(address));
    message.setSubject(subject, "UTF-8");
    if (html == null) {
      message.setText(text, "UTF-8");
    } else {
      MimeBodyPart plain = new MimeBodyPart();
      plain.setText(text, "UTF-8");
      MimeBodyPart rich = new MimeBodyPart();
      rich.setContent(html, "text/html; charset=UTF-8");
      message.setContent(new MimeMultipart("alternative", plain, rich));
    }
    Transport.send(message);
  }

  // Said by the page as long as the box is empty for somebody.
  private String smtpPort() {
    var port =
        Pattern.compile("SMTP listens on port (\\d+)")
            .matcher(web().get("/mail/?to=nobody@x.y").body());
    assertThat(port.find()).isTrue();
    return port.group(1);
  }
}
