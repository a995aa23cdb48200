import { Injectable } from '@nestjs/common';
import { Database } from '../common/database';
import { type Page, type PageArgs, keyset, pages } from '../common/paging';
import type { Notification } from './notification.model';

const PAGE = {
  name: 'notifications',
  text: `
    SELECT n.* FROM unnest($1::uuid[]) AS o (id)
    CROSS JOIN LATERAL (
      SELECT n.id, n.user_id AS "ownerId", n.topic, n.title, n.message, n.priority, n.created_at AS "createdAt",
        n.seen_at AS "seenAt", n.read_at AS "readAt", n.archived_at AS "archivedAt"
      FROM notification n
      WHERE n.user_id = o.id AND n.archived_at IS NULL AND (n.created_at, n.id) < ($2, $3)
      ORDER BY n.created_at DESC, n.id DESC
      LIMIT $4) n
    ORDER BY n."ownerId", n."createdAt" DESC, n.id DESC`,
};

const UNREAD = {
  name: 'unread',
  text: 'SELECT user_id AS "ownerId", unread FROM inbox WHERE user_id = ANY ($1::uuid[])',
};

@Injectable()
export class NotificationsService {
  constructor(private readonly database: Database) {}

  readonly ofPeople = async (people: readonly string[], args: PageArgs): Promise<Page<Notification>[]> => {
    const rows = await this.database.rows<Notification>(PAGE, [people, ...keyset(args)]);
    return pages(people, rows, args, ({ createdAt }) => createdAt);
  };

  readonly unreadOf = async (people: readonly string[]): Promise<number[]> => {
    const rows = await this.database.rows<{ ownerId: string; unread: number }>(UNREAD, [people]);
    const unread = new Map(rows.map((row) => [row.ownerId, row.unread]));
    return people.map((person) => unread.get(person) ?? 0);
  };
}
