import { nameOf, personOf, type Principal } from '@council/access';
import type {
  EventOf,
  FileChoice,
  FileDiff,
  FileDiffQuery,
  FileDraft,
  NewEvent,
  SessionFile,
  SessionFileHistory,
  SessionFileList,
} from '@council/contracts';
import { DOCUMENT_PATH, EventStore, pathProblem, VersionTaken } from '@council/council-core';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { createTwoFilesPatch, diffLines } from 'diff';
import type { SessionFileEntity } from '../session-file.entity.js';
import { SessionsRepository } from '../sessions.repository.js';
import { SessionFilesRepository } from './session-files.repository.js';

/** A rollback that meets another writer is decided again, each time on what is there then. */
const ATTEMPTS = 5;

/** The files of a session as people see and change them. Every change is an event in the session's log. */
@Injectable()
export class SessionFilesService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly files: SessionFilesRepository,
    private readonly store: EventStore,
  ) {}

  async list(sessionUuid: string): Promise<SessionFileList> {
    await this.assertSession(sessionUuid);
    const version = await this.files.documentVersion(sessionUuid);
    return {
      files: (await this.files.findLatest(sessionUuid)).map(toFile),
      document: version === null ? null : { path: DOCUMENT_PATH, version },
    };
  }

  async history(sessionUuid: string, path: string): Promise<SessionFileHistory> {
    await this.assertSession(sessionUuid);
    const history = (await this.files.findHistory(sessionUuid, path)).map(toFile);
    if (history.length === 0) throw noFile(path);
    return { history };
  }

  async diff(sessionUuid: string, { path, from, to }: FileDiffQuery): Promise<FileDiff> {
    const [older, newer] = [await this.load(sessionUuid, path, from), await this.load(sessionUuid, path, to)];
    const count = (kind: 'added' | 'removed'): number =>
      diffLines(older.content, newer.content).reduce((sum, part) => sum + (part[kind] ? part.count : 0), 0);
    const diff = createTwoFilesPatch(path, path, older.content, newer.content, `version ${from}`, `version ${to}`, {
      context: 3,
    });
    return { path, from, to, diff, added_lines: count('added'), removed_lines: count('removed') };
  }

  /** Refuses when somebody has written since `base_version`: nothing is overwritten unseen. */
  async write(
    sessionUuid: string,
    { path, content, base_version, reason }: FileDraft,
    who: Principal,
  ): Promise<SessionFile> {
    await this.assertSession(sessionUuid);
    const problem = pathProblem(path);
    if (problem !== null) throw new AppError('invalid', 'FILE.PATH', problem);
    const latest = await this.files.latestVersion(sessionUuid, path);
    if (latest !== base_version) throw conflict(path, base_version, latest);
    // The first version of the document is the engine's own to write.
    if (latest === null && path === DOCUMENT_PATH) throw noFile(path);
    try {
      return await this.append(sessionUuid, path, (latest ?? 0) + 1, {
        content,
        reason,
        base_version,
        ...authorOf(who),
      });
    } catch (error) {
      if (!(error instanceof VersionTaken)) throw error;
      throw conflict(path, base_version, await this.files.latestVersion(sessionUuid, path));
    }
  }

  /** An earlier version becomes the newest one, and for the document the one under work. Nothing is deleted. */
  async rollback(sessionUuid: string, { path, version, reason }: FileChoice, who: Principal): Promise<SessionFile> {
    const { content } = await this.load(sessionUuid, path, version);
    for (let attempt = 1; ; attempt += 1) {
      const latest = (await this.files.latestVersion(sessionUuid, path)) ?? 0;
      try {
        const why = reason === '' ? `back to version ${version}` : reason;
        return await this.append(sessionUuid, path, latest + 1, {
          content,
          reason: why,
          base_version: version,
          ...authorOf(who),
        });
      } catch (error) {
        if (!(error instanceof VersionTaken) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** A version of the document, a proposal as a rule, becomes the one under work: the next turns read it. */
  async adopt(sessionUuid: string, { path, version, reason }: FileChoice, who: Principal): Promise<SessionFileList> {
    if (path !== DOCUMENT_PATH) throw new AppError('invalid', 'FILE.PATH', `only ${DOCUMENT_PATH} is under work`);
    await this.load(sessionUuid, path, version);
    if ((await this.files.documentVersion(sessionUuid)) !== version) {
      const data = { path, version, by: nameOf(who, undefined), reason, ...personOf(who) };
      await this.change(sessionUuid, { event: 'document:moved', data });
    }
    return this.list(sessionUuid);
  }

  private async append(
    sessionUuid: string,
    path: string,
    version: number,
    more: Pick<EventOf<'file:written'>['data'], 'content' | 'reason' | 'base_version' | 'author' | 'person'>,
  ): Promise<SessionFile> {
    await this.change(sessionUuid, { event: 'file:written', data: { path, version, ...more } });
    return toFile(await this.load(sessionUuid, path, version));
  }

  private async change(sessionUuid: string, event: NewEvent): Promise<void> {
    const written = await this.store.append(sessionUuid, null, [event], { onlyIn: ['running', 'paused'] });
    if (written.length > 0) return;
    throw new AppError(
      'conflict',
      'FILE.SESSION_NOT_RUNNING',
      'the files of a session change only while it runs or is paused: begin a new session with this version',
    );
  }

  private async load(sessionUuid: string, path: string, version: number): Promise<SessionFileEntity> {
    await this.assertSession(sessionUuid);
    const file = await this.files.find(sessionUuid, path, version);
    if (file === null) throw noFile(path, version);
    return file;
  }

  private async assertSession(sessionUuid: string): Promise<void> {
    if ((await this.sessions.find(sessionUuid)) !== null) return;
    throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
  }
}

const authorOf = (who: Principal) => ({ author: nameOf(who, undefined), ...personOf(who) });

const toFile = ({ created_at, ...row }: SessionFileEntity): SessionFile => ({
  ...row,
  created_at: created_at.toISOString(),
});

const noFile = (path: string, version?: number): AppError =>
  new AppError(
    'not-found',
    'FILE.NOT_FOUND',
    version === undefined ? `this session has no file ${path}` : `there is no version ${version} of ${path}`,
  );

const conflict = (path: string, base: number | null, latest: number | null): AppError =>
  new AppError(
    'conflict',
    'FILE.CONFLICT',
    latest === null
      ? `${path} does not exist: its first version has no base_version`
      : `${path} is at version ${latest}, not at ${base ?? 'none'}: read it, and write on top of that`,
  );
