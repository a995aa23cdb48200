package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.account.GoogleAccounts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Asks a person whether an application may; a test posts the form without looking at the page. */
@Controller
@RequestMapping("/o/oauth2/v2/auth")
class AuthorizationController {
  private static final String EMAIL = "[^@\\s]{1,64}@[^@\\s]{1,190}";

  private final RequestCheck check;
  private final Grants grants;
  private final GoogleAccounts accounts;

  AuthorizationController(RequestCheck check, Grants grants, GoogleAccounts accounts) {
    this.check = check;
    this.grants = grants;
    this.accounts = accounts;
  }

  @GetMapping
  Object ask(@RequestParam Map<String, String> parameters) {
    AuthorizationRequest request = new AuthorizationRequest(parameters);
    check.check(request);
    return request.prompts("none")
        ? back(SendBack.error(request, "interaction_required"))
        : page(request, "");
  }

  /**
   * The person's answer: the request's own parameters, and {@code decision} (allow or deny), {@code
   * account} (an address, or "other" with {@code email} and {@code name}), {@code granted} for each
   * allowed scope that may be left out.
   */
  @PostMapping
  Object answer(@RequestParam MultiValueMap<String, String> form) {
    ConsentForm consent = ConsentForm.of(form);
    AuthorizationRequest request = consent.request();
    check.check(request);
    if (!consent.allowed()) {
      return back(SendBack.error(request, "access_denied"));
    }
    if (!consent.email().matches(EMAIL)) {
      return page(request, "Enter an e-mail address.");
    }
    String email = accounts.enter(consent.email(), consent.name()).email();
    List<String> scopes = consent.scopes();
    return back(SendBack.code(request, grants.allow(request, email, scopes), scopes));
  }

  @ExceptionHandler
  ModelAndView refuse(Refused refused, HttpServletResponse response) {
    response.setStatus(refused.status());
    return new ModelAndView(
        "refused",
        Map.of(
            "title",
            "Access blocked",
            "status",
            refused.status(),
            "error",
            refused.error(),
            "message",
            String.valueOf(refused.getMessage())));
  }

  private ModelAndView page(AuthorizationRequest request, String mistake) {
    return new ModelAndView("consent", ConsentPage.model(request, accounts.all(), mistake));
  }

  private static View back(String uri) {
    RedirectView view = new RedirectView(uri);
    view.setExpandUriTemplateVariables(false);
    view.setExposeModelAttributes(false);
    return view;
  }
}
