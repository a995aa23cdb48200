import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Page, PageArgs } from '../common/paging';
import type { RequestContext } from '../common/request-context';
import { User } from '../common/user.model';
import { type Progress, ProgressConnection } from './progress.model';
import { ProgressService } from './progress.service';

@Resolver(() => User)
export class UserResolver {
  constructor(private readonly progress: ProgressService) {}

  @ResolveField('progress', () => ProgressConnection, { nullable: true })
  ofUser(
    @Parent() user: User,
    @Args() args: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Page<Progress>> {
    context.caller.admit(user.id, 'learning:read');
    return context.page('progress', user.id, args, this.progress.ofPeople);
  }
}
