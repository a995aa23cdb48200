package dev.lifeos.auth.profile.avatar;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/**
 * A file of a picture, by its name: nothing else is ever asked of a store.
 *
 * @param picture the picture's random name, the same for all its sizes
 */
record AvatarFile(String picture, int pixels, String extension) {

  static final String JPEG = "jpg";
  static final String PNG = "png";

  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9_-]{22})\\.(64|256|512)\\.(jpg|png)");

  static Optional<AvatarFile> of(String name) {
    var parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new AvatarFile(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  String name() {
    return picture + "." + pixels + "." + extension;
  }

  MediaType type() {
    return extension.equals(PNG) ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG;
  }
}
