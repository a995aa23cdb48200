package dev.lifeos.simulators.google.calendar;

import dev.lifeos.simulators.google.account.GoogleAccount;
import dev.lifeos.simulators.google.account.GoogleAccounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An account's calendars for people: what is in them, and how it is changed. */
@Controller
@RequestMapping("/calendar")
class CalendarPages {
  private static final Duration BACK = Duration.ofDays(2);
  private static final Duration AHEAD = Duration.ofDays(14);

  record Tab(String email, boolean chosen) {}

  private final GoogleAccounts accounts;
  private final Calendars calendars;
  private final EventSelection selection;
  private final CalendarEdits edits;
  private final Channels channels;
  private final Clock clock;

  CalendarPages(
      GoogleAccounts accounts,
      Calendars calendars,
      EventSelection selection,
      CalendarEdits edits,
      Channels channels,
      Clock clock) {
    this.accounts = accounts;
    this.calendars = calendars;
    this.selection = selection;
    this.edits = edits;
    this.channels = channels;
    this.clock = clock;
  }

  @GetMapping({"", "/"})
  ModelAndView list(@RequestParam(defaultValue = "") String account) {
    List<String> emails = accounts.all().stream().map(GoogleAccount::email).toList();
    String email = emails.contains(account) ? account : emails.getFirst();
    List<GoogleCalendar> own = calendars.of(email);
    List<ChannelRow> watching = channels.open(email).stream().map(ChannelRow::of).toList();
    return new ModelAndView(
        "calendar",
        Map.of(
            "title", "Google Calendar",
            "email", email,
            "tabs", emails.stream().map(each -> new Tab(each, each.equals(email))).toList(),
            "calendars",
                own.stream()
                    .filter(each -> !each.role().equals("reader"))
                    .map(CalendarRow::of)
                    .toList(),
            "days", EventRow.days(rows(own)),
            "channels", watching,
            "any", !watching.isEmpty(),
            "zone", own.getFirst().zone().getId(),
            "tomorrow", clock.instant().atZone(own.getFirst().zone()).toLocalDate().plusDays(1)));
  }

  private List<EventRow> rows(List<GoogleCalendar> own) {
    Instant now = clock.instant();
    Comparator<EventRow> order = Comparator.comparing(EventRow::start);
    return own.stream()
        .flatMap(calendar -> rows(calendar, now))
        .sorted(order.thenComparing(EventRow::summary))
        .limit(500)
        .toList();
  }

  private Stream<EventRow> rows(GoogleCalendar calendar, Instant now) {
    return selection.times(calendar, now.minus(BACK), now.plus(AHEAD)).stream()
        .map(event -> EventRow.of(calendar, event));
  }

  @PostMapping("/add")
  String add(
      @RequestParam String account, @RequestParam String calendar, @ModelAttribute EventWish wish) {
    edits.add(account, calendar, wish);
    return back(account);
  }

  @PostMapping("/change")
  String change(
      @RequestParam String account,
      @RequestParam String calendar,
      @RequestParam String id,
      @ModelAttribute EventWish wish) {
    edits.change(account, calendar, id, wish);
    return back(account);
  }

  @PostMapping("/delete")
  String delete(
      @RequestParam String account, @RequestParam String calendar, @RequestParam String id) {
    edits.delete(account, calendar, id);
    return back(account);
  }

  @PostMapping("/invalidate-sync-tokens")
  String invalidate(@RequestParam String account) {
    edits.outdateTokens(account);
    return back(account);
  }

  @ExceptionHandler
  ModelAndView explain(CalendarError error) {
    ModelAndView page =
        new ModelAndView(
            "refused",
            Map.of(
                "title",
                "That cannot be",
                "status",
                error.status(),
                "error",
                "not changed",
                "message",
                String.valueOf(error.getMessage())));
    page.setStatus(HttpStatusCode.valueOf(error.status()));
    return page;
  }

  private static String back(String account) {
    return "redirect:/calendar/?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8);
  }
}
