package dev.lifeos.sample.note;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;

@DgsDataLoader(name = "note")
class NoteLoader extends IdBatchLoader<Note> {

  private final Notes notes;

  NoteLoader(@Qualifier("dgsAsyncTaskExecutor") AsyncTaskExecutor executor, Notes notes) {
    super(executor);
    this.notes = notes;
  }

  @Override
  protected Map<UUID, Note> loadAll(Set<UUID> ids) {
    return notes.byId(ids).stream().collect(Collectors.toMap(Note::id, Function.identity()));
  }
}
