import type { GroupLevel } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Owned, Rights } from './rights.js';
import type { Belonging, Principal } from './rules.js';

interface Found {
  readonly group_uuid: string | null;
  readonly created_by: string | null;
  readonly level: GroupLevel | null;
}

const LEVEL = '(SELECT p.level FROM group_people p WHERE p.group_uuid = t.group_uuid AND p.user_uuid = $2) AS level';
/** Tables of other modules are named, not imported. */
const STATEMENTS: Readonly<Record<Owned, string>> = {
  session: `SELECT t.group_uuid, t.created_by, ${LEVEL} FROM sessions t WHERE t.session_uuid = $1`,
  review: `SELECT t.group_uuid, t.created_by, ${LEVEL} FROM sessions t
    JOIN session_reviews r ON r.session_uuid = t.session_uuid WHERE r.review_uuid = $1`,
  group: `SELECT t.group_uuid, NULL AS created_by, ${LEVEL} FROM groups t WHERE t.group_uuid = $1`,
};

@Injectable()
export class StoredRights extends Rights {
  constructor(private readonly database: DataSource) {
    super();
  }

  async of(owned: Owned, uuid: string, { userUuid }: Principal): Promise<Belonging | null> {
    const [found] = await this.database.query<Found[]>(STATEMENTS[owned], [uuid, userUuid]);
    if (found === undefined) return null;
    return { groupUuid: found.group_uuid, createdBy: found.created_by, level: found.level };
  }
}
