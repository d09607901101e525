import { VersionTaken } from '@council/council-core';
import { uuidV5 } from '@council/kernel';
import type { EntityManager } from 'typeorm';
import { projectProgress } from '../project-progress.js';
import { projectReviews } from '../reviews/project-reviews.js';
import type { SessionPatch } from '../session-projection.js';
import type { Placed } from './append-events.js';

/** Most patches are not more than a change of the session's row, which the append makes itself. */
export const hasMore = ({ messages, files, reviews, scores, round, lock }: SessionPatch): boolean =>
  [messages, files, reviews, scores].some((rows) => rows.length > 0) || round !== null || lock !== null;

/**
 * Messages, files, reviews and progress of events that have their places. Ids follow from the log and times are those of the events, so that
 * projections that are made again are the same.
 */
export async function writeProjections(
  manager: EntityManager,
  sessionUuid: string,
  places: readonly Placed[],
  patch: SessionPatch,
): Promise<void> {
  const placeOf = (at: number): Placed => {
    const place = places[at - 1];
    if (place === undefined) throw new Error('an event was written without a place');
    return place;
  };
  for (const message of patch.messages) await writeMessage(manager, sessionUuid, placeOf(message.at), message);
  for (const file of patch.files) await writeFile(manager, sessionUuid, placeOf(file.at), file);
  await projectReviews(manager, sessionUuid, patch.reviews, places);
  await projectProgress(manager, sessionUuid, patch, places);
}

async function writeMessage(
  manager: EntityManager,
  sessionUuid: string,
  { seq, created_at }: Placed,
  { node_id, tokens, data }: SessionPatch['messages'][number],
): Promise<void> {
  await manager.query(
    `INSERT INTO session_messages
       (message_uuid, session_uuid, seq, node_id, agent_uuid, agent_name, content, message_references, token_count, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)`,
    [
      uuidV5(`message ${seq}`, sessionUuid),
      sessionUuid,
      seq,
      node_id,
      data.agent_id,
      data.agent_name,
      data.content,
      JSON.stringify(data.references),
      tokens,
      created_at,
    ],
  );
}

/** Whoever is slower at a version gets `VersionTaken`, and nothing of its append is kept. */
async function writeFile(
  manager: EntityManager,
  sessionUuid: string,
  { created_at }: Placed,
  { data }: SessionPatch['files'][number],
): Promise<void> {
  const { path, version, content, author, reason, base_version = null, is_proposed = false } = data;
  const rows = await manager.query<unknown[]>(
    `INSERT INTO session_files
       (file_uuid, session_uuid, path, version, content, author, reason, base_version, is_proposed, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT ON CONSTRAINT session_files_version DO NOTHING RETURNING version`,
    [
      uuidV5(`file ${path} ${version}`, sessionUuid),
      sessionUuid,
      path,
      version,
      content,
      author,
      reason,
      base_version,
      is_proposed,
      created_at,
    ],
  );
  if (rows.length === 0) throw new VersionTaken();
}
