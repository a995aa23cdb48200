import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../common/paging';
import { DateTime, Decimal } from '../common/scalars';
import { VitalType } from './vital-type';

export enum DataSource {
  MANUAL = 'MANUAL',
  MEDICAL_DEVICE = 'MEDICAL_DEVICE',
  WEARABLE = 'WEARABLE',
  PHONE = 'PHONE',
  APP = 'APP',
  IMPORT = 'IMPORT',
}

registerEnumType(DataSource, { name: 'DataSource' });

@ObjectType()
export class Vital {
  ownerId: string;

  @Field(() => ID)
  id: string;

  @Field(() => VitalType)
  type: VitalType;

  @Field(() => Decimal)
  value: string;

  @Field(() => String)
  unit: string;

  @Field(() => DataSource)
  source: DataSource;

  @Field(() => DateTime)
  recordedAt: string;

  @Field(() => DateTime, { nullable: true })
  endedAt: string | null;

  @Field(() => Int, { nullable: true })
  utcOffsetMinutes: number | null;

  @Field(() => DateTime)
  updatedAt: string;
}

@ObjectType()
export class VitalConnection extends Connection(Vital) {}
