package dev.lifeos.notification.live;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.paging.Cursor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The subscription to what happens in one's own inbox. */
@DgsComponent
class EventSubscription {

  private final LiveEvents events;
  private final Ends ends;

  EventSubscription(LiveEvents events, Ends ends) {
    this.events = events;
    this.ends = ends;
  }

  @DgsSubscription
  Publisher<NotificationEvent> notificationEvents(
      @InputArgument @Nullable String after, Caller caller) {
    var person = caller.personId();
    return events.of(person, after == null ? null : sequence(person, after), ends.of(caller));
  }

  private static long sequence(UUID person, String after) {
    var cursor = Cursor.decode(after);
    if (!cursor.uuid(0).equals(person)) {
      throw invalid();
    }
    try {
      return Math.max(0, Long.parseLong(cursor.text(1)));
    } catch (NumberFormatException malformed) {
      throw invalid();
    }
  }

  private static Fault invalid() {
    return new Fault(ErrorCode.BAD_USER_INPUT, "The cursor is not one of this subscription.");
  }
}
