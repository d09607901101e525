import type { NewEvent } from '@council/contracts';
import { z } from 'zod';
import { DOCUMENT_PATH } from '../files/file-rules.js';
import { append, completed, nodeKind } from './node-kind.js';

/** Writes the input to `/document.md`, version 1, and hands it on. */
export const startKind = nodeKind({
  kind: 'start',
  properties: z.strictObject({}),
  exits: { min: 1, max: 64 },
  advance: ({ created: { document: content }, id }) => {
    if (content === null) return [append(completed(id))];
    const data = { path: DOCUMENT_PATH, version: 1, content, author: 'user', reason: 'input', base_version: null };
    const written: NewEvent = { event: 'file:written', node_id: id, data };
    return [append(written, completed(id))];
  },
});
