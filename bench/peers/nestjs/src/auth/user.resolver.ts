import { Context, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/request-context';
import { User } from './user.model';
import { UsersService } from './users.service';

const SCOPE = 'profile:read';

@Resolver(() => User)
export class UserResolver {
  constructor(private readonly users: UsersService) {}

  @Query(() => User, { nullable: true })
  me(@Context() context: RequestContext): Promise<User | null> {
    return this.user(context.caller.personId(), context);
  }

  @ResolveReference()
  resolveReference(key: { id: string }, context: RequestContext): Promise<User | null> {
    return this.user(key.id, context);
  }

  private user(id: string, context: RequestContext): Promise<User | null> {
    context.caller.admit(id, SCOPE);
    return context.load('users', id, this.users.byIds);
  }
}
