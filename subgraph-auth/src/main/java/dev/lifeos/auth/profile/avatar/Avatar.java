package dev.lifeos.auth.profile.avatar;

import java.util.Arrays;
import java.util.List;

/**
 * A picture that is kept, in all sizes.
 *
 * @param name random, so that nobody guesses it
 */
record Avatar(String name, String extension) {

  AvatarFile file(AvatarSize size) {
    return new AvatarFile(name, size.pixels(), extension);
  }

  List<AvatarFile> files() {
    return Arrays.stream(AvatarSize.values()).map(this::file).toList();
  }
}
