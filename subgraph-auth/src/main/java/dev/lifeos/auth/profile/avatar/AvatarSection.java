package dev.lifeos.auth.profile.avatar;

import dev.lifeos.auth.data.ExportSection;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a copy of a person's data has of their picture: the picture. */
@Component
class AvatarSection implements ExportSection {

  private final AvatarRows rows;
  private final AvatarStore store;
  private final JsonMapper json;

  AvatarSection(AvatarRows rows, AvatarStore store, JsonMapper json) {
    this.rows = rows;
    this.store = store;
    this.json = json;
  }

  @Override
  public String name() {
    return "avatar";
  }

  @Override
  public String json(UUID account) {
    var picture = Optional.ofNullable(rows.shown(Set.of(account)).get(account));
    var files =
        picture.map(avatar -> avatar.file(AvatarSize.LARGE)).flatMap(this::file).stream().toList();
    return json.writeValueAsString(files);
  }

  private Optional<Map<String, String>> file(AvatarFile file) {
    return store
        .get(file)
        .map(bytes ->
            Map.of(
                "type", file.type().toString(),
                "base64", Base64.getEncoder().encodeToString(bytes)));
  }
}
