package dev.lifeos.simulators.sms;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest messages, in memory. */
@Component
public class SmsBox {
  private final Map<String, Sms> bySid;
  private final Clock clock;

  SmsBox(TwilioProperties properties, Clock clock) {
    this.clock = clock;
    this.bySid =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Sms> eldest) {
            return size() > properties.messages();
          }
        };
  }

  synchronized void put(Sms sms) {
    bySid.put(sms.sid(), sms);
  }

  synchronized Optional<Sms> become(String sid, String status, @Nullable Integer error) {
    return Optional.ofNullable(
        bySid.computeIfPresent(sid, (same, sms) -> sms.with(status, error, clock.instant())));
  }

  synchronized Optional<Sms> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  synchronized List<Sms> newest(@Nullable String to, long skip, int limit) {
    return List.copyOf(bySid.values()).reversed().stream()
        .filter(sms -> to == null || sms.to().equals(to.strip()))
        .skip(skip)
        .limit(limit)
        .toList();
  }

  synchronized void clear() {
    bySid.clear();
  }

  /** How many messages are there. */
  public synchronized int size() {
    return bySid.size();
  }
}
