import { excerpt, nameOf, type Read, titleOf } from './entry-parts.js';

export const reviewRequested: Read<'human_interaction_required'> = ({ node_id, data }, context) => ({
  kind: 'review_requested',
  title: nameOf(context, node_id),
  detail: data.instructions === '' ? null : excerpt(data.instructions),
  round: data.round,
  data: { review_uuid: data.review_uuid, timeout_minutes: data.timeout, actions: data.actions },
});

export const reviewExpired: Read<'review:expired'> = ({ node_id, data }, context) => ({
  kind: 'review_expired',
  title: nameOf(context, node_id),
  data: { review_uuid: data.review_uuid },
});

export const reviewDecided: Read<'review:decided'> = ({ node_id, data }, context) => ({
  kind: 'review_decided',
  title: nameOf(context, node_id),
  detail: data.data.comment === undefined ? null : excerpt(data.data.comment),
  data: { review_uuid: data.review_uuid, action: data.action, by: data.by, is_automatic: data.is_automatic },
});

export const userMessage: Read<'user:message'> = ({ data: { content, by } }) => ({
  kind: 'user_message',
  title: by,
  detail: excerpt(content),
});

export const fileWritten: Read<'file:written'> = ({ data: { path, version, author, reason, is_proposed } }) => ({
  kind: 'file_written',
  title: path,
  detail: reason === '' ? null : reason,
  data: { version, author, is_proposed: is_proposed === true },
});

export const documentMoved: Read<'document:moved'> = ({ data: { path, version, by, reason } }) => ({
  kind: 'document_moved',
  title: path,
  detail: reason === '' ? null : reason,
  data: { version, by },
});

export const unlocked: Read<'session:unlocked'> = ({ data: { by, justification, checks } }, context) => ({
  kind: 'unlocked',
  title: titleOf(context),
  detail: justification === null ? null : excerpt(justification),
  data: { by, checks },
});
