package dev.lifeos.simulators.sms;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The messages for people. */
@Controller
@RequestMapping("/sms")
class SmsPages {
  private static final int MOST = 200;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  record Row(String to, String from, String body, String status, String at) {}

  private final SmsBox box;

  SmsPages(SmsBox box) {
    this.box = box;
  }

  @GetMapping({"", "/"})
  ModelAndView list(@RequestParam(defaultValue = "") String to) {
    List<Row> rows =
        box.newest(to.isBlank() ? null : to, 0, MOST).stream().map(SmsPages::row).toList();
    return new ModelAndView(
        "sms",
        Map.of(
            "title",
            "Text messages",
            "messages",
            rows,
            "any",
            !rows.isEmpty(),
            "to",
            to,
            "off",
            Delivery.OFF));
  }

  @PostMapping("/clear")
  String clear() {
    box.clear();
    return "redirect:/sms/";
  }

  private static Row row(Sms sms) {
    return new Row(sms.to(), sms.from(), sms.body(), sms.status(), AT.format(sms.createdAt()));
  }
}
