package dev.lifeos.test;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/**
 * Counts the SQL statements that the application sends, of whichever thread but those that work by
 * the clock. A JDBC batch is one.
 */
public final class SqlCount implements QueryExecutionListener {

  // How Spring's scheduler and db-scheduler call their threads.
  private static final List<String> BY_THE_CLOCK = List.of("scheduling-", "db-scheduler-");

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
    if (BY_THE_CLOCK.stream().noneMatch(Thread.currentThread().getName()::startsWith)) {
      statements.add(queries.isEmpty() ? "" : queries.getFirst().getQuery());
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
}
