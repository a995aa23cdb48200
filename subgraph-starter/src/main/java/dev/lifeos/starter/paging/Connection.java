package dev.lifeos.starter.paging;

import java.util.List;
import java.util.function.Function;

/** A page of a list (Relay Cursor Connections). */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {

  /**
   * Makes a page of the rows that were fetched.
   *
   * @param fetched at most {@link Page#limit()} rows, in order
   * @param key a row's place: its sort keys
   */
  public static <T> Connection<T> of(List<T> fetched, Page page, Function<T, Cursor> key) {
    var hasNext = fetched.size() > page.first();
    var edges =
        fetched.stream()
            .limit(page.first())
            .map(node -> new Edge<>(node, key.apply(node).in(page.connection()).encode()))
            .toList();
    var hasPrevious = page.after() != null;
    if (edges.isEmpty()) {
      return new Connection<>(edges, new PageInfo(hasNext, hasPrevious, null, null));
    }
    var start = edges.getFirst().cursor();
    var end = edges.getLast().cursor();
    return new Connection<>(edges, new PageInfo(hasNext, hasPrevious, start, end));
  }

  /** A page of nothing. */
  public static <T> Connection<T> empty() {
    return new Connection<>(List.of(), new PageInfo(false, false, null, null));
  }
}
