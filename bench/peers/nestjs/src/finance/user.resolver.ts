import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Page, PageArgs } from '../common/paging';
import type { RequestContext } from '../common/request-context';
import { User } from '../common/user.model';
import { type Transaction, TransactionConnection } from './transaction.model';
import { TransactionsService } from './transactions.service';

@Resolver(() => User)
export class UserResolver {
  constructor(private readonly transactions: TransactionsService) {}

  @ResolveField('transactions', () => TransactionConnection, { nullable: true })
  ofUser(
    @Parent() user: User,
    @Args() args: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Page<Transaction>> {
    context.caller.admit(user.id, 'finance:read');
    return context.page('transactions', user.id, args, this.transactions.ofPeople);
  }
}
