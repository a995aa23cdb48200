package dev.lifeos.simulators.start;

import dev.lifeos.simulators.google.account.GoogleAccounts;
import dev.lifeos.simulators.mail.MailBox;
import dev.lifeos.simulators.sms.SmsBox;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What there is. */
@Controller
class StartController {
  private final MailBox mails;
  private final SmsBox messages;
  private final GoogleAccounts accounts;

  StartController(MailBox mails, SmsBox messages, GoogleAccounts accounts) {
    this.mails = mails;
    this.messages = messages;
    this.accounts = accounts;
  }

  @GetMapping("/")
  ModelAndView start() {
    return new ModelAndView(
        "start",
        Map.of(
            "title",
            "Simulators",
            "mails",
            mails.size(),
            "messages",
            messages.size(),
            "accounts",
            accounts.all().size()));
  }
}
