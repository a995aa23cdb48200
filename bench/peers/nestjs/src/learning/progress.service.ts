import { Injectable } from '@nestjs/common';
import { Database } from '../common/database';
import { type Page, type PageArgs, keyset, pages } from '../common/paging';
import type { Progress } from './progress.model';

const PAGE = {
  name: 'progress',
  text: `
    SELECT e.id, e.user_id AS "ownerId", e.enrolled_at AS "enrolledAt", e.last_activity_at AS "lastActivityAt",
      c.id AS "courseId", c.slug, c.title, c.description, t.total AS "totalLessons", d.done AS "completedLessons"
    FROM unnest($1::uuid[]) AS o (id)
    CROSS JOIN LATERAL (
      SELECT e.id, e.user_id, e.course_id, e.enrolled_at, e.last_activity_at
      FROM enrolment e
      WHERE e.user_id = o.id AND e.left_at IS NULL AND (e.last_activity_at, e.id) < ($2, $3)
      ORDER BY e.last_activity_at DESC, e.id DESC
      LIMIT $4) e
    JOIN course c ON c.id = e.course_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total FROM lesson l WHERE l.course_id = e.course_id) t
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS done FROM lesson_completion lc
      WHERE lc.user_id = e.user_id AND lc.course_id = e.course_id) d
    ORDER BY e.user_id, e.last_activity_at DESC, e.id DESC`,
};

type Row = Omit<Progress, 'course' | 'percent' | 'completed'> & {
  courseId: string;
  slug: string;
  title: string;
  description: string;
};

@Injectable()
export class ProgressService {
  constructor(private readonly database: Database) {}

  readonly ofPeople = async (people: readonly string[], args: PageArgs): Promise<Page<Progress>[]> => {
    const rows = await this.database.rows<Row>(PAGE, [people, ...keyset(args)]);
    return pages(people, rows.map(progress), args, ({ lastActivityAt }) => lastActivityAt);
  };
}

function progress({ courseId, slug, title, description, ...row }: Row): Progress {
  const { completedLessons, totalLessons } = row;
  return {
    ...row,
    course: { id: courseId, slug, title, description },
    percent: percent(completedLessons, totalLessons),
    completed: completedLessons >= totalLessons,
  };
}

// Rounded down, so that 100 means all.
function percent(done: number, total: number): string {
  return (Math.floor((done * 10_000) / Math.max(1, total)) / 100).toFixed(2);
}
