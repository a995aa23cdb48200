package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account's pages need nothing from elsewhere, and let nothing in that is not ours. */
class AccountPagesTest {

  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private static final Pattern IMPORTED = Pattern.compile("from \"\\./([^\"]+)\"");
  private static final Upstream UPSTREAM = Upstream.start();
  private static final Edge EDGE = Edge.before(UPSTREAM);

  @AfterAll
  static void stop() {
    EDGE.close();
    UPSTREAM.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify-email", "reset-password", "google", "security"})
  void aPageAndAllThatItLoadsIsServedHere(String name) {
    var page = EDGE.graph().get("/account/" + name);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.body())
        .contains("<html lang=\"en\">", "viewport", "<h1")
        .doesNotContainPattern("(src|href)=\"(http|//)")
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern(" (style|on\\w+)=\"");
    LOADED.matcher(page.body()).results().forEach(each -> isServed(each.group(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify-email", "reset-password", "google", "security"})
  void aPageRunsOurScriptsOnlyAndIsNeverFramed(String name) {
    var headers = EDGE.graph().get("/account/" + name + "?code=a&state=b").headers();

    assertThat(headers.allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains(
            "default-src 'none'",
            "script-src 'self';",
            "style-src 'self';",
            "connect-src 'self';",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void theScriptsAreModulesThatWriteNoHtml() {
    for (var script : new String[] {"verify-email", "reset-password", "google", "security"}) {
      isModule(script + ".js");
    }
  }

  @Test
  void theShortAddressLeadsToThePage() {
    var answer = EDGE.graph().get("/account");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/account/security");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/nothing", "/account/security.html"})
  void nothingElseIsThere(String path) {
    assertThat(EDGE.graph().get(path).status()).isEqualTo(404);
  }

  private static void isModule(String file) {
    var script = EDGE.graph().get("/account/" + file);
    assertThat(script.status()).as(file).isEqualTo(200);
    assertThat(script.headers().firstValue("Content-Type").orElse("")).contains("javascript");
    assertThat(script.body())
        .doesNotContain("innerHTML", "localStorage", "eval(", "http://", "https://");
    IMPORTED.matcher(script.body()).results().forEach(each -> isModule(each.group(1)));
  }

  private static void isServed(String path) {
    assertThat(EDGE.graph().get(path).status()).as(path).isEqualTo(200);
  }
}
