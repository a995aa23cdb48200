package dev.lifeos.starter.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.starter.error.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

  @Test
  void keys_come_back_as_they_went_in() {
    var at = Instant.parse("2026-03-01T08:00:00.123456Z");
    var id = UUID.randomUUID();
    var read = Cursor.decode(Cursor.of(at, new BigDecimal("1E+3"), id).encode());
    assertThat(read.instant(0)).isEqualTo(at);
    assertThat(read.decimal(1)).isEqualByComparingTo("1000");
    assertThat(read.uuid(2)).isEqualTo(id);
  }

  @Test
  void equal_places_are_equal_so_that_they_share_one_statement() {
    var cursor = Cursor.of("a", "b");
    assertThat(new Page(5, cursor)).isEqualTo(new Page(5, Cursor.decode(cursor.encode())));
  }

  @Test
  void another_connections_cursor_is_refused() {
    var cursor = Cursor.of("text");
    assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> cursor.uuid(1)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> Cursor.of("+1000000000-01-01T00:00:00Z").instant(0))
        .isInstanceOf(Fault.class);
    assertThatThrownBy(() -> Cursor.decode("x".repeat(2_000))).isInstanceOf(Fault.class);
  }

  @Test
  void one_row_more_than_asked_for_means_a_next_page() {
    var page = new Page(2, null);
    var more = Connection.of(List.of("a", "b", "c"), page, Cursor::of);
    assertThat(more.edges()).extracting(Edge::node).containsExactly("a", "b");
    assertThat(more.pageInfo().hasNextPage()).isTrue();
    assertThat(more.pageInfo().endCursor()).isEqualTo(Cursor.of("b").encode());
    assertThat(Connection.of(List.of("a", "b"), page, Cursor::of).pageInfo().hasNextPage())
        .isFalse();
  }

  @Test
  void a_cursor_belongs_to_its_connection() {
    var cursor = Cursor.of("a", "b").in("User.vitals");
    assertThat(Cursor.decode(cursor.encode(), "User.vitals")).isEqualTo(cursor);
    assertThatThrownBy(() -> Cursor.decode(cursor.encode(), "User.sessions"))
        .isInstanceOf(Fault.class);
    assertThatThrownBy(() -> Cursor.decode(Cursor.of("a", "b").encode(), "User.vitals"))
        .isInstanceOf(Fault.class);
  }
}
