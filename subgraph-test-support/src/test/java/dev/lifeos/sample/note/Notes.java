package dev.lifeos.sample.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class Notes {

  private final JdbcClient jdbc;

  Notes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Note> of(Set<UUID> owners, int limit) {
    return jdbc.sql(
            """
            select n.id, n.owner_id, n.text
            from unnest(cast(:owners as uuid[])) as o(id)
            cross join lateral (
              select * from note where owner_id = o.id order by id limit :limit) n
            """)
        .param("owners", literal(owners))
        .param("limit", limit)
        .query(Notes::note)
        .list();
  }

  List<Note> byId(Set<UUID> ids) {
    return jdbc.sql("select id, owner_id, text from note where id = any(cast(:ids as uuid[]))")
        .param("ids", literal(ids))
        .query(Notes::note)
        .list();
  }

  @Transactional
  void write(List<Note> notes) {
    for (var note : notes) {
      jdbc.sql("insert into note (id, owner_id, text) values (?, ?, ?)")
          .params(note.id(), note.ownerId(), note.text())
          .update();
    }
  }

  private static Note note(ResultSet row, int number) throws SQLException {
    return new Note(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        row.getString("text"));
  }

  private static String literal(Set<UUID> ids) {
    return ids.toString().replace('[', '{').replace(']', '}');
  }
}
