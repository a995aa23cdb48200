import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Page, PageArgs } from '../common/paging';
import type { RequestContext } from '../common/request-context';
import { User } from '../common/user.model';
import { type Vital, VitalConnection } from './vital.model';
import { VitalsService } from './vitals.service';

@Resolver(() => User)
export class UserResolver {
  constructor(private readonly vitals: VitalsService) {}

  @ResolveField('vitals', () => VitalConnection, { nullable: true })
  ofUser(
    @Parent() user: User,
    @Args() args: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Page<Vital>> {
    context.caller.admit(user.id, 'health:read');
    return context.page('vitals', user.id, args, this.vitals.ofPeople);
  }
}
