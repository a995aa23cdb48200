package dev.lifeos.auth;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real SMTP server that keeps what it gets. */
public final class MailBox {

  private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]+)");
  private static final GreenMail SERVER = start();

  private MailBox() {}

  static void register(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
  }

  /** The token in the newest mail to that address, once there is one. */
  public static String tokenFor(String address) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> tokens(address), found -> !found.isEmpty())
        .getLast();
  }

  /** The subjects of all mails to that address, once there are so many. */
  public static List<String> subjects(String address, int atLeast) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> mails(address).stream().map(MailBox::subject).toList(),
            found -> found.size() >= atLeast);
  }

  /** The texts of all mails to that address so far. */
  public static List<String> texts(String address) {
    return mails(address).stream().map(mail -> part(mail, 0)).toList();
  }

  /** The HTML of all mails to that address so far. */
  public static List<String> pages(String address) {
    return mails(address).stream().map(mail -> part(mail, 1)).toList();
  }

  private static List<String> tokens(String address) {
    return texts(address).stream()
        .flatMap(text -> TOKEN.matcher(text).results().map(found -> found.group(1)))
        .toList();
  }

  private static List<MimeMessage> mails(String address) {
    return Arrays.stream(SERVER.getReceivedMessages())
        .filter(mail -> recipient(mail).equalsIgnoreCase(address))
        .toList();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getRecipients(RecipientType.TO)[0].toString();
    } catch (MessagingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  // multipart/mixed → multipart/related → multipart/alternative, as Spring nests them.
  private static String part(MimeMessage mail, int index) {
    try {
      var content = mail.getContent();
      while (content instanceof MimeMultipart parts
          && parts.getBodyPart(0).getContent() instanceof MimeMultipart inner) {
        content = inner;
      }
      BodyPart part = ((MimeMultipart) content).getBodyPart(index);
      return part.getContent().toString();
    } catch (MessagingException malformed) {
      throw new IllegalStateException(malformed);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static GreenMail start() {
    var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    return server;
  }
}
