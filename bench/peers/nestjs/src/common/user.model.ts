import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';

/** The federated person in the subgraphs that extend it: all there is to know is in the key. */
@ObjectType()
@Directive('@key(fields: "id")')
export class User {
  @Field(() => ID)
  id: string;
}
