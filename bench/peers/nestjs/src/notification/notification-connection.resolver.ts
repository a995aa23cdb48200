import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/request-context';
import { NotificationConnection } from './notification.model';
import { NotificationsService } from './notifications.service';

@Resolver(() => NotificationConnection)
export class NotificationConnectionResolver {
  constructor(private readonly notifications: NotificationsService) {}

  @ResolveField(() => Int, { nullable: true })
  unreadCount(@Parent() { ownerId }: NotificationConnection, @Context() context: RequestContext): Promise<number> {
    return context.load('unread', ownerId, this.notifications.unreadOf);
  }
}
