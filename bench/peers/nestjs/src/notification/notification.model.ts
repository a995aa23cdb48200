import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../common/paging';
import { DateTime } from '../common/scalars';

export enum NotificationTopic {
  HEALTH = 'HEALTH',
  FINANCE = 'FINANCE',
  LEARNING = 'LEARNING',
  SECURITY = 'SECURITY',
  SYSTEM = 'SYSTEM',
}

export enum NotificationPriority {
  LOW = 'LOW',
  NORMAL = 'NORMAL',
  HIGH = 'HIGH',
  URGENT = 'URGENT',
}

registerEnumType(NotificationTopic, { name: 'NotificationTopic' });
registerEnumType(NotificationPriority, { name: 'NotificationPriority' });

@ObjectType()
export class Notification {
  ownerId: string;

  @Field(() => ID)
  id: string;

  @Field(() => NotificationTopic)
  topic: NotificationTopic;

  @Field(() => String)
  title: string;

  @Field(() => String)
  message: string;

  @Field(() => NotificationPriority)
  priority: NotificationPriority;

  @Field(() => DateTime)
  createdAt: string;

  @Field(() => DateTime, { nullable: true })
  seenAt: string | null;

  @Field(() => DateTime, { nullable: true })
  readAt: string | null;

  @Field(() => DateTime, { nullable: true })
  archivedAt: string | null;
}

@ObjectType()
export class NotificationConnection extends Connection(Notification) {
  ownerId: string;

  @Field(() => Int, { nullable: true })
  unreadCount?: number;
}
