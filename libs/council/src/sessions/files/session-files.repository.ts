import { DOCUMENT_PATH } from '@council/council-core';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { SessionFileEntity } from '../session-file.entity.js';

/** Reads the projection of the log's files. Only the event store writes it. */
@Injectable()
export class SessionFilesRepository {
  constructor(@InjectRepository(SessionFileEntity) private readonly rows: Repository<SessionFileEntity>) {}

  /** The latest version of each path, by path. */
  findLatest(sessionUuid: string): Promise<readonly SessionFileEntity[]> {
    return this.rows
      .createQueryBuilder('file')
      .distinctOn(['file.path'])
      .where('file.session_uuid = :sessionUuid', { sessionUuid })
      .orderBy('file.path', 'ASC')
      .addOrderBy('file.version', 'DESC')
      .getMany();
  }

  /** Newest first. */
  findHistory(sessionUuid: string, path: string): Promise<readonly SessionFileEntity[]> {
    return this.rows.find({ where: { session_uuid: sessionUuid, path }, order: { version: 'DESC' } });
  }

  find(sessionUuid: string, path: string, version: number): Promise<SessionFileEntity | null> {
    return this.rows.findOneBy({ session_uuid: sessionUuid, path, version });
  }

  async latestVersion(sessionUuid: string, path: string): Promise<number | null> {
    return this.rows.maximum('version', { session_uuid: sessionUuid, path });
  }

  /** The version of the document that is under work; null when there is no document. */
  async documentVersion(sessionUuid: string): Promise<number | null> {
    const rows = await this.rows.query<{ version: number }[]>(
      `SELECT (data->>'version')::int AS version FROM session_events
       WHERE session_uuid = $1 AND data->>'path' = $2
         AND (event = 'document:moved' OR (event = 'file:written' AND data->>'is_proposed' IS DISTINCT FROM 'true'))
       ORDER BY seq DESC LIMIT 1`,
      [sessionUuid, DOCUMENT_PATH],
    );
    return rows[0]?.version ?? null;
  }
}
