import type { AuditList } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { SessionsRepository } from '../sessions.repository.js';
import { AuditEntryEntity } from './audit-entry.entity.js';

/** A session is locked and opened a few times in its life: the list has one page. */
@Injectable()
export class AuditReader {
  constructor(
    @InjectRepository(AuditEntryEntity) private readonly entries: Repository<AuditEntryEntity>,
    private readonly sessions: SessionsRepository,
  ) {}

  async ofSession(sessionUuid: string): Promise<AuditList> {
    const rows = await this.entries.find({
      where: { session_uuid: sessionUuid },
      order: { at: 'ASC', audit_uuid: 'ASC' },
    });
    if (rows.length === 0 && (await this.sessions.find(sessionUuid)) === null) {
      throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    }
    return { items: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })), next_cursor: null };
  }
}
