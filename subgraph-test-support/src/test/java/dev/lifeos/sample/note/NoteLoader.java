package dev.lifeos.sample.note;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@DgsDataLoader(name = "note")
class NoteLoader extends IdBatchLoader<Note> {

  private final Notes notes;

  NoteLoader(Notes notes) {
    this.notes = notes;
  }

  @Override
  protected Map<UUID, Note> loadAll(Set<UUID> ids) {
    return notes.byId(ids).stream().collect(Collectors.toMap(Note::id, Function.identity()));
  }
}
