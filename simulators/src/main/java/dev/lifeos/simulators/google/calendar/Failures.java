package dev.lifeos.simulators.google.calendar;

import dev.lifeos.simulators.google.Bounded;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Faults that a test ordered for an account's next requests. */
@Component
class Failures {
  /**
   * A fault.
   *
   * @param status the answer's
   * @param reason as Google names it
   * @param times how many requests fail
   */
  record Failure(int status, String reason, int times) {}

  private final Map<String, Failure> byEmail = new Bounded<>(1_000);

  synchronized void order(String email, Failure failure) {
    byEmail.put(email, failure);
  }

  synchronized void happen(String email) {
    Failure next = byEmail.remove(email);
    if (next == null || next.times() < 1) {
      return;
    }
    byEmail.put(email, new Failure(next.status(), next.reason(), next.times() - 1));
    throw new CalendarError(next.status(), "usageLimits", next.reason(), "Ordered by a test");
  }
}
