import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../common/paging';
import { DateTime, Decimal } from '../common/scalars';
import { Course } from './course.model';

@ObjectType()
export class Progress {
  ownerId: string;

  @Field(() => ID)
  id: string;

  @Field(() => Course)
  course: Course;

  @Field(() => Decimal)
  percent: string;

  @Field(() => Int)
  completedLessons: number;

  @Field(() => Int)
  totalLessons: number;

  @Field(() => Boolean)
  completed: boolean;

  @Field(() => DateTime)
  enrolledAt: string;

  @Field(() => DateTime)
  lastActivityAt: string;
}

@ObjectType()
export class ProgressConnection extends Connection(Progress) {}
