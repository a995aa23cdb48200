import { Injectable } from '@nestjs/common';
import { Database } from '../common/database';
import type { User } from './user.model';

const BY_ID = {
  name: 'users',
  text: `
    SELECT id, email, email_verified AS "emailVerified", full_name AS "fullName", phone_number AS "phoneNumber",
      time_zone AS "timeZone", locale
    FROM account WHERE id = ANY ($1::uuid[])`,
};

@Injectable()
export class UsersService {
  constructor(private readonly database: Database) {}

  readonly byIds = async (ids: readonly string[]): Promise<(User | null)[]> => {
    const found = await this.database.rows<User>(BY_ID, [ids]);
    const users = new Map(found.map((user) => [user.id, user]));
    return ids.map((id) => users.get(id) ?? null);
  };
}
