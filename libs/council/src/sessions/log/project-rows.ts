import { VersionTaken } from '@council/council-core';
import { uuidV5 } from '@council/kernel';
import type { SessionPatch } from '../session-projection.js';

/** Whether a patch writes messages or files, or takes back what people were asked. */
export const hasRows = (patch: SessionPatch): boolean =>
  patch.messages.length > 0 || patch.files.length > 0 || isWithdrawing(patch);

/** Nothing else happens to what people are asked, as at the end of every session: then order does not matter. */
export const isWithdrawing = ({ reviews }: SessionPatch): boolean =>
  reviews.length > 0 && reviews.every(({ kind }) => kind === 'withdrawn');

/** What the events do not say themselves of the rows that they become, from the JSON text that is the parameter `place`. */
export const rowsAt = (place: string): string => `
  SELECT * FROM jsonb_to_recordset(${place}::jsonb) AS rows(kind text, n int, tokens int, file_uuid uuid, node_id text)`;

export const rowsText = (sessionUuid: string, patch: SessionPatch): string =>
  JSON.stringify([
    ...patch.messages.map(({ at, tokens }) => ({ kind: 'message', n: at, tokens })),
    ...patch.files.map(({ at, data }) => ({
      kind: 'file',
      n: at,
      file_uuid: uuidV5(`file ${data.path} ${data.version}`, sessionUuid),
    })),
    ...(isWithdrawing(patch) ? patch.reviews : []),
  ]);

/**
 * Messages and files of the events in `written` (n, seq, node_id, data, at), as `rows` names them, and what people are not
 * asked any more. The append and the
 * rebuild share it. Ids follow from the log and times are those of the events, so that projections that are made again
 * are the same; a message's is a UUID of version 8, from its place in the log.
 */
export const PROJECT_ROWS = `messages AS (
  INSERT INTO session_messages
    (message_uuid, session_uuid, seq, node_id, agent_uuid, agent_name, content, message_references, token_count, created_at)
  SELECT overlay(overlay(left(encode(sha256(convert_to($1::uuid || ' message ' || seq, 'UTF8')), 'hex'), 32)
      placing '8' from 13) placing '8' from 17)::uuid,
    $1::uuid, seq, written.node_id, (data->>'agent_id')::uuid, data->>'agent_name', data->>'content', data->'references', tokens, at
  FROM written JOIN rows USING (n) WHERE kind = 'message'
), files AS (
  INSERT INTO session_files
    (file_uuid, session_uuid, path, version, content, author, reason, base_version, is_proposed, created_at)
  SELECT file_uuid, $1::uuid, data->>'path', (data->>'version')::int, data->>'content', data->>'author', data->>'reason',
    (data->>'base_version')::int, coalesce((data->>'is_proposed')::bool, false), at
  FROM written JOIN rows USING (n) WHERE kind = 'file'
), withdrawn AS (
  UPDATE session_reviews SET status = 'withdrawn' FROM written, rows
  WHERE written.n = 1 AND kind = 'withdrawn' AND session_uuid = $1::uuid AND session_reviews.status = 'pending'
    AND (rows.node_id IS NULL OR session_reviews.node_id = rows.node_id)
)`;

/** Whoever is slower at a version gets `VersionTaken`, and nothing of its append is kept. */
export function refuseTaken(error: unknown): never {
  const { driverError } = error as { readonly driverError?: { readonly code?: string; readonly constraint?: string } };
  const isTaken = driverError?.code === '23505' && /^session_files_/.test(driverError.constraint ?? '');
  throw isTaken ? new VersionTaken({ cause: error }) : error;
}
