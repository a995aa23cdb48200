package dev.lifeos.notification.inbox;

import java.time.Instant;

/** What a person does with a notification. What is so already stays as it is. */
enum Mark {
  SEEN {
    @Override
    Notification on(Notification notification, Instant now) {
      return notification.seen(now);
    }
  },
  READ {
    @Override
    Notification on(Notification notification, Instant now) {
      return notification.read(now);
    }
  },
  ARCHIVED {
    @Override
    Notification on(Notification notification, Instant now) {
      return notification.archived(now);
    }
  },
  UNARCHIVED {
    @Override
    Notification on(Notification notification, Instant now) {
      return notification.unarchived();
    }
  };

  abstract Notification on(Notification notification, Instant now);
}
