package dev.lifeos.sample.note;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@DgsDataLoader(name = "notes")
class NotesLoader extends OwnerBatchLoader<Page, Connection<Note>> {

  private final Notes notes;

  NotesLoader(Notes notes) {
    this.notes = notes;
  }

  @Override
  protected Map<UUID, Connection<Note>> load(Set<UUID> owners, Page page) {
    var byOwner =
        notes.of(owners, page.limit()).stream().collect(Collectors.groupingBy(Note::ownerId));
    var pages = new HashMap<UUID, Connection<Note>>();
    byOwner.forEach(
        (owner, rows) -> pages.put(owner, Connection.of(rows, page, note -> Cursor.of(note.id()))));
    return pages;
  }

  @Override
  protected Connection<Note> none(Page page) {
    return Connection.empty();
  }
}
