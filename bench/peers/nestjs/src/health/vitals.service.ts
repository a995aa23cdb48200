import { Injectable } from '@nestjs/common';
import { Database } from '../common/database';
import { decimal } from '../common/decimals';
import { type Page, type PageArgs, keyset, pages } from '../common/paging';
import type { Vital } from './vital.model';
import { UNITS } from './vital-type';

const PAGE = {
  name: 'vitals',
  text: `
    SELECT v.* FROM unnest($1::uuid[]) AS o (id)
    CROSS JOIN LATERAL (
      SELECT v.id, v.user_id AS "ownerId", v.type, v.value, v.source, v.recorded_at AS "recordedAt",
        v.ended_at AS "endedAt", v.utc_offset_minutes AS "utcOffsetMinutes", v.updated_at AS "updatedAt"
      FROM vital v
      WHERE v.user_id = o.id AND (v.recorded_at, v.id) < ($2, $3)
      ORDER BY v.recorded_at DESC, v.id DESC
      LIMIT $4) v
    ORDER BY v."ownerId", v."recordedAt" DESC, v.id DESC`,
};

@Injectable()
export class VitalsService {
  constructor(private readonly database: Database) {}

  readonly ofPeople = async (people: readonly string[], args: PageArgs): Promise<Page<Vital>[]> => {
    const rows = await this.database.rows<Vital>(PAGE, [people, ...keyset(args)]);
    for (const vital of rows) {
      vital.value = decimal(vital.value);
      vital.unit = UNITS[vital.type];
    }
    return pages(people, rows, args, (vital) => vital.recordedAt);
  };
}
