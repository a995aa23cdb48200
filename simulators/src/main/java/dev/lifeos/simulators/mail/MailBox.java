package dev.lifeos.simulators.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest mails of everybody, in memory. */
@Component
public class MailBox {

  private final int most;
  private final long mostBytes;
  private final Deque<Mail> newestFirst = new ArrayDeque<>();
  private long bytes;

  MailBox(MailProperties properties) {
    this.most = properties.messages();
    this.mostBytes = properties.memory().toBytes();
  }

  synchronized void put(Mail mail) {
    newestFirst.addFirst(mail);
    bytes += mail.size();
    while (newestFirst.size() > most || bytes > mostBytes) {
      bytes -= newestFirst.removeLast().size();
    }
  }

  synchronized List<Mail> newest(@Nullable String to, int limit) {
    return newestFirst.stream()
        .filter(mail -> to == null || mail.to().equalsIgnoreCase(to.strip()))
        .limit(limit)
        .toList();
  }

  synchronized Optional<Mail> find(String id) {
    return newestFirst.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  synchronized void clear() {
    newestFirst.clear();
    bytes = 0;
  }

  /** How many mails are there. */
  public synchronized int size() {
    return newestFirst.size();
  }
}
