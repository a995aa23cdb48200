package dev.lifeos.simulators.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what came by SMTP: the subject and the two alternatives of a mail's text. */
final class MailReader {
  private static final int DEEPEST = 10;

  private final Session session = Session.getInstance(new Properties());

  Mail read(byte[] data, String from, String to, Instant at)
      throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(data));
    return new Mail(
        UUID.randomUUID().toString(),
        to,
        sender(message, from),
        Objects.requireNonNullElse(message.getSubject(), ""),
        body(message, "text/plain", 0).orElse(""),
        body(message, "text/html", 0).orElse(null),
        at);
  }

  private static String sender(MimeMessage message, String envelope) throws MessagingException {
    Address @Nullable [] said = message.getFrom();
    if (said == null || said.length == 0) {
      return envelope;
    }
    return Stream.of(said).map(MailReader::readable).collect(Collectors.joining(", "));
  }

  private static String readable(Address address) {
    return address instanceof InternetAddress internet
        ? internet.toUnicodeString()
        : address.toString();
  }

  private static Optional<String> body(Part part, String type, int depth)
      throws MessagingException, IOException {
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || depth > DEEPEST) {
      return Optional.empty();
    }
    if (part.isMimeType(type)) {
      return Optional.of(String.valueOf(part.getContent()).strip());
    }
    return part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts
        ? first(parts, type, depth)
        : Optional.empty();
  }

  private static Optional<String> first(Multipart parts, String type, int depth)
      throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      Optional<String> found = body(parts.getBodyPart(i), type, depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
