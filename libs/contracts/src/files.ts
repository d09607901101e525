import { z } from 'zod';
import {
  EXAMPLE_DIFF,
  EXAMPLE_DOCUMENT,
  EXAMPLE_PATH,
  EXAMPLE_PROPOSAL,
  EXAMPLE_VERSIONS,
} from './example-document.js';
import { text, Timestamp, Uuid } from './text.js';

/** Longest text of one version, in UTF-16 units. The engine's own limits say more (council-core, file-rules). */
const CONTENT_MAX = 1_000_000;
const Path = text(255).min(1);
const Version = z.int().min(1);

export const SessionFile = z
  .object({
    file_uuid: Uuid,
    session_uuid: Uuid,
    path: z.string(),
    version: z.int(),
    content: z.string(),
    author: z.string().nullable(),
    reason: z.string().nullable(),
    /** The version that its writer had read; null: none, or not known. */
    base_version: z.int().nullable(),
    /** A proposal is not the document under work before somebody takes it. */
    is_proposed: z.boolean(),
    created_at: Timestamp,
  })
  .meta({ id: 'SessionFile', example: EXAMPLE_PROPOSAL });
export type SessionFile = z.infer<typeof SessionFile>;

/** The latest version of each file, by path. `document` is the version under work; null: there is none. */
export const SessionFileList = z
  .object({
    files: z.array(SessionFile),
    document: z.object({ path: z.string(), version: z.int() }).nullable(),
  })
  .meta({
    id: 'SessionFileList',
    example: { files: [EXAMPLE_PROPOSAL], document: { path: EXAMPLE_PATH, version: 2 } },
  });
export type SessionFileList = z.infer<typeof SessionFileList>;

/** Newest first. */
export const SessionFileHistory = z
  .object({ history: z.array(SessionFile) })
  .meta({ id: 'SessionFileHistory', example: { history: EXAMPLE_VERSIONS } });
export type SessionFileHistory = z.infer<typeof SessionFileHistory>;

export const FileQuery = z.object({ path: Path });
export type FileQuery = z.infer<typeof FileQuery>;

const queryVersion = z.coerce.number().int().min(1).max(2_147_483_647);
export const FileDiffQuery = z.object({ path: Path, from: queryVersion, to: queryVersion });
export type FileDiffQuery = z.infer<typeof FileDiffQuery>;

/** `diff` is in the unified form, with three lines around each change. */
export const FileDiff = z
  .object({
    path: z.string(),
    from: z.int(),
    to: z.int(),
    diff: z.string(),
    added_lines: z.int(),
    removed_lines: z.int(),
  })
  .meta({
    id: 'FileDiff',
    example: { path: EXAMPLE_PATH, from: 2, to: 3, diff: EXAMPLE_DIFF, added_lines: 1, removed_lines: 1 },
  });
export type FileDiff = z.infer<typeof FileDiff>;

/** A new version by a person. `base_version` is the one that it was made from; null: the file is new. */
export const FileDraft = z
  .object({
    path: Path,
    content: text(CONTENT_MAX),
    base_version: Version.nullable(),
    reason: text(255).default(''),
  })
  .meta({
    id: 'FileDraft',
    example: {
      path: EXAMPLE_PATH,
      content: `${EXAMPLE_DOCUMENT}The rota of January is the first one with it.\n`,
      base_version: 3,
      reason: 'Says from when on',
    },
  });
export type FileDraft = z.infer<typeof FileDraft>;

const FileChoice = z.object({ path: Path, version: Version, reason: text(255).default('') });
export type FileChoice = z.infer<typeof FileChoice>;

/** Of a proposal, as a rule. */
export const FileAdoption = FileChoice.meta({
  id: 'FileAdoption',
  example: { path: EXAMPLE_PATH, version: EXAMPLE_PROPOSAL.version, reason: 'It says who may call' },
});

/** To an earlier version. */
export const FileRollback = FileChoice.meta({
  id: 'FileRollback',
  example: { path: EXAMPLE_PATH, version: 1, reason: 'The Saturdays stay as they were' },
});
