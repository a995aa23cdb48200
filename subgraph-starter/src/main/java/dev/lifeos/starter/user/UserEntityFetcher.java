package dev.lifeos.starter.user;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import dev.lifeos.starter.access.EntityKeys;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Resolves {@code User} representations where another subgraph owns the type: nothing is read, all
 * is in the key.
 */
@DgsComponent
@ConditionalOnProperty(
    name = "lifeos.subgraph.owns-user",
    havingValue = "false",
    matchIfMissing = true)
class UserEntityFetcher {

  @DgsEntityFetcher(name = "User")
  User user(Map<String, Object> representation) {
    return new User(EntityKeys.id(representation), zone(representation.get("timeZone")));
  }

  private static @Nullable ZoneId zone(@Nullable Object name) {
    if (name == null) {
      return null;
    }
    try {
      return ZoneId.of(name.toString());
    } catch (DateTimeException unknown) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "The representation's time zone is unknown.");
    }
  }
}
