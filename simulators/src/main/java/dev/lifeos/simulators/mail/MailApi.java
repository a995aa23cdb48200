package dev.lifeos.simulators.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mails for programs. */
@RestController
@RequestMapping("/mail/api/messages")
class MailApi {
  private static final int MOST = 100;

  private final MailBox box;

  MailApi(MailBox box) {
    this.box = box;
  }

  /** The newest mails, newest first; with an address only what was sent there. */
  @GetMapping
  List<Mail> newest(
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "" + MOST) int limit) {
    return box.newest(to, Math.clamp(limit, 1, MOST));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void clear() {
    box.clear();
  }
}
