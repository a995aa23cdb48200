package dev.lifeos.simulators.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/** One mail while it comes: it is put in the box of each recipient. */
final class Incoming implements MessageHandler {
  /** The largest mail that is taken. */
  static final int LARGEST = 1 << 20;

  private static final MailReader READER = new MailReader();

  private final MailBox box;
  private final Clock clock;
  private final List<String> recipients = new ArrayList<>();
  private String sender = "";

  Incoming(MailBox box, Clock clock) {
    this.box = box;
    this.clock = clock;
  }

  @Override
  public void from(String from) {
    sender = from;
  }

  @Override
  public void recipient(String recipient) {
    recipients.add(recipient);
  }

  @Override
  public String data(InputStream data) throws RejectException, TooMuchDataException, IOException {
    byte[] bytes = data.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new TooMuchDataException("A mail has at most %d bytes here".formatted(LARGEST));
    }
    try {
      for (String to : recipients) {
        box.put(READER.read(bytes, sender, to, clock.instant()));
      }
      return "Ok";
    } catch (MessagingException | IOException e) {
      throw new RejectException(554, "This is no mail that can be read");
    }
  }

  @Override
  public void done() {
    // All was done when the data had come.
  }
}
