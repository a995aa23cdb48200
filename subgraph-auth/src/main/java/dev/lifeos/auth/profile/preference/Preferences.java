package dev.lifeos.auth.profile.preference;

import dev.lifeos.auth.account.People;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserError;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes how people want things shown. */
@Service
class Preferences {

  private final PreferenceWrites writes;
  private final People people;
  private final Clock clock;

  Preferences(PreferenceWrites writes, People people, Clock clock) {
    this.writes = writes;
    this.people = people;
    this.clock = clock;
  }

  @Transactional
  UpdatePreferencesPayload update(UUID person, UpdatePreferencesInput input) {
    requireEachOnce(input);
    var language = language(person);
    var old = writes.lock(person);
    if (input.version() != null && input.version() != old.version()) {
      // Not thrown, so that who is late sees what there is and can decide anew.
      return new UpdatePreferencesPayload(old.in(language), conflict());
    }
    var changed = old.changed(input, clock.instant());
    writes.write(person, changed);
    return new UpdatePreferencesPayload(changed.in(language), List.of());
  }

  private Locale language(UUID person) {
    return people
        .find(person)
        .orElseThrow(() -> new Fault(ErrorCode.NOT_FOUND, "This account does not exist."))
        .locale();
  }

  private static void requireEachOnce(UpdatePreferencesInput input) {
    var widgets = input.dashboard();
    if (widgets == null || widgets.isEmpty()) {
      return;
    }
    var seen = new HashSet<DashboardWidget.Kind>();
    for (var widget : widgets.get()) {
      if (!seen.add(widget.kind())) {
        throw InvalidInput.of(
            UserErrorCode.ALREADY_EXISTS,
            "The dashboard has each part at most once.",
            "input",
            "dashboard");
      }
    }
  }

  private static List<UserError> conflict() {
    return InvalidInput.of(
            UserErrorCode.CONFLICT,
            "They have been changed meanwhile: decide on what there is now.",
            "input",
            "version")
        .errors();
  }
}
