package dev.lifeos.notification.inbox;

import java.util.UUID;
import java.util.function.Function;

/** The types that a notification can point to. */
enum NotificationSubjectType {
  TRANSACTION(NotificationSubject.Transaction::new),
  ACCOUNT(NotificationSubject.Account::new),
  VITAL(NotificationSubject.Vital::new),
  COURSE(NotificationSubject.Course::new);

  private final Function<UUID, NotificationSubject> type;

  NotificationSubjectType(Function<UUID, NotificationSubject> type) {
    this.type = type;
  }

  NotificationSubject with(UUID id) {
    return type.apply(id);
  }

  static NotificationSubjectType of(NotificationSubject subject) {
    return switch (subject) {
      case NotificationSubject.Transaction transaction -> TRANSACTION;
      case NotificationSubject.Account account -> ACCOUNT;
      case NotificationSubject.Vital vital -> VITAL;
      case NotificationSubject.Course course -> COURSE;
    };
  }
}
