package dev.lifeos.auth.profile.avatar;

import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.mail.WebLinks;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where pictures are, as people's browsers see it. */
@Component
class AvatarAddresses {

  private static final String FOLDER = "avatars/";
  private static final String UPLOADS = FOLDER + "uploads/";

  private final WebLinks links;

  AvatarAddresses(WebLinks links) {
    this.links = links;
  }

  URI of(AvatarFile file) {
    return URI.create(links.to(FOLDER + file.name()));
  }

  URI upload(OneTimeToken token) {
    return URI.create(links.to(UPLOADS + token.value()));
  }

  /** The file that is there. */
  static Optional<AvatarFile> file(URI address) {
    var path = String.valueOf(address.getPath());
    return AvatarFile.of(path.substring(path.lastIndexOf('/') + 1));
  }
}
