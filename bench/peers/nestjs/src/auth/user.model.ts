import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { EmailAddress, Locale, PhoneNumber, TimeZone } from '../common/scalars';

@ObjectType()
@Directive('@key(fields: "id")')
export class User {
  @Field(() => ID)
  id: string;

  @Field(() => EmailAddress, { nullable: true })
  email: string;

  @Field(() => Boolean, { nullable: true })
  emailVerified: boolean;

  @Field(() => String, { nullable: true })
  fullName: string;

  @Field(() => PhoneNumber, { nullable: true })
  phoneNumber: string | null;

  @Field(() => TimeZone, { nullable: true })
  timeZone: string;

  @Field(() => Locale, { nullable: true })
  locale: string;
}
