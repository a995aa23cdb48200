import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PageArgs } from '../common/paging';
import type { RequestContext } from '../common/request-context';
import { User } from '../common/user.model';
import { NotificationConnection } from './notification.model';
import { NotificationsService } from './notifications.service';

@Resolver(() => User)
export class UserResolver {
  constructor(private readonly notifications: NotificationsService) {}

  @ResolveField('notifications', () => NotificationConnection, { nullable: true })
  async ofUser(
    @Parent() user: User,
    @Args() args: PageArgs,
    @Context() context: RequestContext,
  ): Promise<NotificationConnection> {
    context.caller.admit(user.id, 'notification:read');
    const page = await context.page('notifications', user.id, args, this.notifications.ofPeople);
    return { ...page, ownerId: user.id };
  }
}
