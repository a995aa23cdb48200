package dev.lifeos.auth.calendar;

import dev.lifeos.auth.data.AccountDeletionListener;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** The calendar of an account goes with it; its job tells Google, and forgets the grant then. */
@Component
class DeletedCalendars implements AccountDeletionListener {

  private final Connections connections;
  private final SyncRequests requests;
  private final ApplicationEventPublisher events;

  DeletedCalendars(
      Connections connections, SyncRequests requests, ApplicationEventPublisher events) {
    this.connections = connections;
    this.requests = requests;
    this.events = events;
  }

  @Override
  public void accountDeleted(UUID account) {
    connections
        .lock(account)
        .map(Connections.Current::id)
        .filter(id -> connections.end(id, account))
        .ifPresent(this::leave);
  }

  /** A job that was under way sees the end only after the commit. */
  @TransactionalEventListener
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void left(Left left) {
    requests.now(left.connection());
  }

  // Where Google had withdrawn the grant there was no job any more.
  private void leave(UUID connection) {
    requests.begin(connection);
    events.publishEvent(new Left(connection));
  }

  record Left(UUID connection) {}
}
