package dev.lifeos.notification.inbox;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserError;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks a person's own notifications. */
@Service
class Marker {

  private static final int MAX_ERRORS = 100;

  private final InboxWrites inboxes;
  private final NotificationWrites notifications;

  Marker(InboxWrites inboxes, NotificationWrites notifications) {
    this.inboxes = inboxes;
    this.notifications = notifications;
  }

  @Transactional
  MarkNotificationsPayload mark(UUID owner, Mark mark, List<UUID> ids) {
    var inbox = inboxes.lock(owner);
    var after = new ArrayList<Notification>();
    var changed = new ArrayList<Notification>();
    for (var before : own(owner, ids)) {
      var marked = mark.on(before, inbox.now());
      after.add(marked);
      if (!marked.equals(before)) {
        changed.add(marked);
        inbox.updated(before, marked);
      }
    }
    if (!changed.isEmpty()) {
      notifications.update(changed);
      inboxes.save(inbox);
    }
    return new MarkNotificationsPayload(after, inbox.counts(), List.of());
  }

  @Transactional
  MarkAllReadPayload markAllRead(UUID owner, MarkAllReadInput input) {
    var inbox = inboxes.lock(owner);
    var marked = notifications.readAll(owner, input, inbox.now());
    if (marked.unread() > 0) {
      inbox.allRead(marked.unread(), marked.unseen());
      inboxes.save(inbox);
    }
    return new MarkAllReadPayload(marked.unread(), inbox.counts(), List.of());
  }

  // In the order of the ids, each once; all of them, or it fails.
  private Collection<Notification> own(UUID owner, List<UUID> ids) {
    var found =
        notifications.own(owner, ids.stream().distinct().toList()).stream()
            .collect(Collectors.toMap(Notification::id, Function.identity()));
    var inOrder = new LinkedHashSet<Notification>();
    var errors = new ArrayList<UserError>();
    for (int i = 0; i < ids.size(); i++) {
      var notification = found.get(ids.get(i));
      if (notification == null) {
        errors.add(missing(i));
      } else {
        inOrder.add(notification);
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
    }
    return inOrder;
  }

  private static UserError missing(int index) {
    return new UserError(
        UserErrorCode.NOT_FOUND,
        "There is no such notification.",
        List.of("input", "ids", String.valueOf(index)));
  }
}
