package dev.lifeos.simulators.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The mails for people. */
@Controller
@RequestMapping("/mail")
class MailPages {
  private static final int MOST = 200;
  // A mail is somebody else's page: no script of it runs, and it knows nothing of this one.
  private static final String CONFINED =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private final MailBox box;
  private final SmtpServer server;

  MailPages(MailBox box, SmtpServer server) {
    this.box = box;
    this.server = server;
  }

  @GetMapping({"", "/"})
  ModelAndView list(@RequestParam(defaultValue = "") String to) {
    List<MailLine> lines =
        box.newest(to.isBlank() ? null : to, MOST).stream().map(MailLine::of).toList();
    return new ModelAndView(
        "mail-list",
        Map.of(
            "title",
            "Mail box",
            "mails",
            lines,
            "any",
            !lines.isEmpty(),
            "to",
            to,
            "port",
            server.port(),
            "most",
            MOST));
  }

  @GetMapping("/messages/{id}")
  ModelAndView read(@PathVariable String id) {
    Mail mail = find(id);
    return new ModelAndView(
        "mail-read",
        Map.of(
            "title",
            mail.subject(),
            "mail",
            MailLine.of(mail),
            "paragraphs",
            LinkedText.of(mail.text()),
            "hasHtml",
            mail.html() != null,
            "hasText",
            !mail.text().isEmpty()));
  }

  @GetMapping("/messages/{id}/html")
  ResponseEntity<String> html(@PathVariable String id) {
    String html = find(id).html();
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", CONFINED)
        .body(inNewTabs(html));
  }

  @PostMapping("/clear")
  String clear() {
    box.clear();
    return "redirect:/mail/";
  }

  private Mail find(String id) {
    return box.find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such mail"));
  }

  // Inside the page of the mail box a link could not be followed.
  private static String inNewTabs(@Nullable String html) {
    if (html == null) {
      return "";
    }
    String base = "<base target=\"_blank\">";
    return html.matches("(?is).*<head[^>]*>.*")
        ? html.replaceFirst("(?i)<head[^>]*>", "$0" + base)
        : base + html;
  }
}
