package dev.lifeos.auth.factor.passkey;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The passkeys of a batch of people, by the person. */
@DgsDataLoader(name = PasskeysLoader.NAME)
class PasskeysLoader extends IdBatchLoader<List<Passkey>> {

  static final String NAME = "passkeys";

  private final PasskeyReads passkeys;

  PasskeysLoader(PasskeyReads passkeys) {
    this.passkeys = passkeys;
  }

  @Override
  protected Map<UUID, List<Passkey>> loadAll(Set<UUID> people) {
    var found =
        passkeys.ofPeople(people).stream()
            .collect(Collectors.groupingBy(Passkey::accountId, HashMap::new, Collectors.toList()));
    people.forEach(person -> found.putIfAbsent(person, List.of()));
    return found;
  }
}
