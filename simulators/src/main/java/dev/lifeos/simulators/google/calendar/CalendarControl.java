package dev.lifeos.simulators.google.calendar;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a test does to a calendar: nothing of it is in Google's contract. */
@RestController
@RequestMapping("/control/calendar/{email}")
class CalendarControl {
  private static final String PRIMARY = "primary";

  private final CalendarEdits edits;
  private final Channels channels;
  private final Failures failures;

  CalendarControl(CalendarEdits edits, Channels channels, Failures failures) {
    this.edits = edits;
    this.channels = channels;
    this.failures = failures;
  }

  @PostMapping("/events")
  Map<String, String> add(
      @PathVariable String email,
      @RequestParam(defaultValue = PRIMARY) String calendar,
      @RequestBody EventWish wish) {
    return Map.of("id", edits.add(email, calendar, wish).id());
  }

  @PatchMapping("/events/{id}")
  Map<String, String> change(
      @PathVariable String email,
      @PathVariable String id,
      @RequestParam(defaultValue = PRIMARY) String calendar,
      @RequestBody EventWish wish) {
    return Map.of("id", edits.change(email, calendar, id, wish).id());
  }

  @DeleteMapping("/events/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String email,
      @PathVariable String id,
      @RequestParam(defaultValue = PRIMARY) String calendar) {
    edits.delete(email, calendar, id);
  }

  /** All sync tokens of the account are too old from now on. */
  @PostMapping("/invalidate-sync-tokens")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void invalidate(@PathVariable String email) {
    edits.outdateTokens(email);
  }

  /** The account's next requests fail: {@code status}, {@code reason}, {@code times}. */
  @PostMapping("/fail")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void fail(@PathVariable String email, @RequestBody Failures.Failure failure) {
    failures.order(email, failure);
  }

  @GetMapping("/channels")
  List<Channel> channels(@PathVariable String email) {
    return channels.open(email);
  }
}
