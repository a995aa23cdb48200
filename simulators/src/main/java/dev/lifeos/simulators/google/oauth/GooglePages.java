package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.GoogleProperties;
import dev.lifeos.simulators.google.account.GoogleAccount;
import dev.lifeos.simulators.google.account.GoogleAccounts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts for people: what each has allowed, and how it is taken back. */
@Controller
@RequestMapping("/google")
class GooglePages {
  record Row(GoogleAccount account, List<String> scopes, boolean connected) {}

  private final GoogleProperties google;
  private final GoogleAccounts accounts;
  private final Grants grants;

  GooglePages(GoogleProperties google, GoogleAccounts accounts, Grants grants) {
    this.google = google;
    this.accounts = accounts;
    this.grants = grants;
  }

  @GetMapping({"", "/"})
  ModelAndView list() {
    List<Row> rows = accounts.all().reversed().stream().limit(100).map(this::row).toList();
    return new ModelAndView(
        "google",
        Map.of(
            "title",
            "Google accounts",
            "rows",
            rows,
            "client",
            google.clientId(),
            "redirectUris",
            google.redirectUris()));
  }

  private Row row(GoogleAccount account) {
    List<String> scopes = grants.consented(google.clientId(), account.email());
    return new Row(account, scopes, !scopes.isEmpty());
  }

  @PostMapping("/revoke")
  String revoke(@RequestParam String email) {
    grants.revoke(google.clientId(), email);
    return "redirect:/google/";
  }

  @PostMapping("/expire")
  String expire(@RequestParam String email) {
    grants.expire(google.clientId(), email);
    return "redirect:/google/";
  }

  @PostMapping("/verified")
  String verified(@RequestParam String email, @RequestParam boolean is) {
    accounts.verified(email, is);
    return "redirect:/google/";
  }
}
