package dev.lifeos.test;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/**
 * Counts the SQL statements that the application sends, of whichever thread. A JDBC batch is one.
 */
public final class SqlCount implements QueryExecutionListener {

  private final ConcurrentLinkedQueue<String> statements = new ConcurrentLinkedQueue<>();

  SqlCount() {}

  /** How many statements are sent while the work is done. */
  public long during(Runnable work) {
    statements.clear();
    work.run();
    return statements.size();
  }

  /** The statements since the last {@link #during} began. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    statements.add(queries.isEmpty() ? "" : queries.getFirst().getQuery());
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
}
