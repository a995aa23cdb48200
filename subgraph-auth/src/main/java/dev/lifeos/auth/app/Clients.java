package dev.lifeos.auth.app;

import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows apps again by their secrets. */
@Component
class Clients {

  private static final String KIND = "app-secret";
  private static final int MAX = 50;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Apps apps;
  private final Throttle throttle;

  Clients(Apps apps, Throttle throttle) {
    this.apps = apps;
    this.throttle = throttle;
  }

  /**
   * The app that asks; a public one says itself who it is. Wrong secrets are counted for each place
   * by itself, so that nobody shuts the app out elsewhere.
   *
   * @throws InvalidInput {@code INVALID_CLIENT}, {@code TOO_MANY_ATTEMPTS}
   */
  App authenticated(UUID client, @Nullable String secret, Device device) {
    var app = apps.find(client).orElse(null);
    if (app != null && app.kind() == AppKind.PUBLIC && secret == null) {
      return app;
    }
    var place = client + " " + device.ip();
    throttle.attempt(KIND, place, MAX, WINDOW);
    var digest = apps.secret(client).orElse(null);
    var isRight = new Secret(secret == null ? "" : secret).is(digest);
    if (app == null || !isRight) {
      throw InvalidInput.of(
          AppErrorCode.INVALID_CLIENT, "The client id or the secret is not right.", "input");
    }
    throttle.forget(KIND, place);
    return app;
  }
}
