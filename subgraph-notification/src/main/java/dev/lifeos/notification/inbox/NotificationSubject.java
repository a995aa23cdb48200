package dev.lifeos.notification.inbox;

import java.util.UUID;

/** What a notification points to: the key of an entity of another subgraph. */
public sealed interface NotificationSubject {

  /** The entity's key. */
  UUID id();

  /** A transaction of finance. */
  record Transaction(UUID id) implements NotificationSubject {}

  /** An account of finance. */
  record Account(UUID id) implements NotificationSubject {}

  /** A vital of health. */
  record Vital(UUID id) implements NotificationSubject {}

  /** A course of learning. */
  record Course(UUID id) implements NotificationSubject {}
}
