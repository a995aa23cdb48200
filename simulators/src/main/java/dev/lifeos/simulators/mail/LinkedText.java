package dev.lifeos.simulators.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of plain text: words, or an address that can be followed.
 *
 * @param text what stands there
 * @param link where it leads, if it is a link
 */
record LinkedText(String text, @Nullable String link) {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]");

  static List<LinkedText> of(String text) {
    List<LinkedText> pieces = new ArrayList<>();
    Matcher links = LINK.matcher(text);
    int from = 0;
    while (links.find()) {
      pieces.add(new LinkedText(text.substring(from, links.start()), null));
      pieces.add(new LinkedText(links.group(), links.group()));
      from = links.end();
    }
    pieces.add(new LinkedText(text.substring(from), null));
    return List.copyOf(pieces);
  }
}
