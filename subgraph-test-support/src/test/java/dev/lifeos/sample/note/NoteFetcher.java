package dev.lifeos.sample.note;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.access.EntityKeys;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserError;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.ids.Ids;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Page;
import dev.lifeos.starter.time.Days;
import dev.lifeos.starter.user.User;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

@DgsComponent
@Validated
class NoteFetcher {

  private final Notes notes;

  NoteFetcher(Notes notes) {
    this.notes = notes;
  }

  @DgsData(parentType = "User", field = "notes")
  CompletableFuture<Connection<Note>> notes(
      @Source User user, Page page, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, "notes", user.id(), page);
  }

  @DgsData(parentType = "User", field = "today")
  LocalDate today(@Source User user) {
    return Days.of(Instant.parse("2026-03-01T12:00:00Z"), user.zone());
  }

  @DgsEntityFetcher(name = "Note")
  CompletableFuture<Note> note(Map<String, Object> key, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, "note", EntityKeys.id(key));
  }

  @DgsQuery
  Map<String, Object> echo(DgsDataFetchingEnvironment env) {
    return env.getArguments();
  }

  @DgsQuery
  Secrets secrets(@InputArgument @Nullable Boolean broken) {
    if (Boolean.TRUE.equals(broken)) {
      throw new IllegalStateException("internals that nobody may see");
    }
    return new Secrets("shared");
  }

  record Secrets(String shared) {}

  @DgsQuery
  @Nullable Place place(@InputArgument UUID id) {
    return id.equals(Place.HERE) ? new Place("52.5, 13.4") : null;
  }

  record Place(String position) {

    static final UUID HERE = UUID.fromString("00000000-0000-7000-8000-000000000001");
  }

  @DgsMutation
  WriteNotesPayload writeNotes(@InputArgument @Valid WriteNotesInput input, Caller caller) {
    var owner = caller.personId();
    var written = input.notes().stream().map(note -> note.of(owner)).toList();
    notes.write(written);
    if (written.getLast().text().equals("refused")) {
      throw InvalidInput.of(UserErrorCode.NOT_ALLOWED, "Not this.", "input", "notes");
    }
    if (written.getLast().text().equals("too soon")) {
      var later = Instant.parse("2026-03-01T12:00:00Z");
      throw InvalidInput.retryAt(UserErrorCode.NOT_ALLOWED, "Not yet.", later, "input");
    }
    return new WriteNotesPayload(written, List.of());
  }

  record WriteNotesInput(@Size(min = 1, max = 3) List<@Valid NoteInput> notes) {}

  record NoteInput(@Nullable UUID id, @NotBlank @Size(max = 20) @Nullable String text) {

    Note of(UUID owner) {
      return new Note(id == null ? Ids.next() : id, owner, String.valueOf(text));
    }
  }

  record WriteNotesPayload(@Nullable List<Note> notes, List<UserError> errors) {}
}
