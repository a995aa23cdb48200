package dev.lifeos.auth.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail's words. A template is the subject, and paragraphs with an empty line between them; the
 * same words make the text and the HTML, where a paragraph that is nothing but a link becomes a
 * button, and one that is nothing but a code stands out.
 */
record Letter(String subject, List<String> paragraphs) {

  private static final Mustache.Compiler TEXT =
      Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).defaultValue("");
  private static final Template PAGE = TEXT.compile(read("mail/page.html"));
  private static final String PARAGRAPH = "\\R\\s*\\R";

  static Letter of(MailKind kind, Map<String, String> values) {
    var parts = TEXT.compile(read(kind.template())).execute(values).strip().split(PARAGRAPH);
    var body = Arrays.stream(parts).skip(1).map(String::strip).filter(part -> !part.isEmpty());
    return new Letter(parts[0].strip(), body.toList());
  }

  String text() {
    return String.join("\n\n", paragraphs) + "\n\n-- \nLifeOS\n";
  }

  String html() {
    var body = paragraphs.stream().map(Letter::paragraph).collect(Collectors.joining("\n"));
    return PAGE.execute(Map.of("subject", HtmlUtils.htmlEscape(subject), "body", body));
  }

  private static String paragraph(String words) {
    var safe = HtmlUtils.htmlEscape(words);
    if (words.matches("https?://\\S+")) {
      return "<p><a class=\"button\" href=\"%s\">Open</a></p><p class=\"link\">%s</p>"
          .formatted(safe, safe);
    }
    return words.matches("\\d{6}") ? "<p class=\"code\">" + safe + "</p>" : "<p>" + safe + "</p>";
  }

  private static String read(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
