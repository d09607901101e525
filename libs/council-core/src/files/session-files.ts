import type { EventOf } from '@council/contracts';
import { FILE_LIMITS, pathProblem } from './file-rules.js';

type Written = EventOf<'file:written'>['data'];

/** Every version of every file of a session, oldest first, by path. */
export type SessionFiles = Readonly<Record<string, readonly Written[]>>;

export const latestOf = (files: SessionFiles, path: string): Written | null => versionsOf(files, path).at(-1) ?? null;

export const versionsOf = (files: SessionFiles, path: string): readonly Written[] =>
  Object.hasOwn(files, path) ? (files[path] ?? []) : [];

export const withVersion = (files: SessionFiles, written: Written): SessionFiles => ({
  ...files,
  [written.path]: [...versionsOf(files, written.path), written],
});

/** Why a text cannot be kept as the next version of a file; null where it can. */
export function writeProblem(files: SessionFiles, path: string, content: string): string | null {
  const wrongPath = pathProblem(path);
  if (wrongPath !== null) return wrongPath;
  if (content.length > FILE_LIMITS.characters) return `a file has at most ${FILE_LIMITS.characters} characters`;
  const versions = versionsOf(files, path);
  if (versions.length >= FILE_LIMITS.versionsOfFile)
    return `${path} has ${versions.length} versions, and no more are kept`;
  if (versions.length === 0 && Object.keys(files).length >= FILE_LIMITS.files) {
    return `a session has at most ${FILE_LIMITS.files} files`;
  }
  const kept = Object.values(files).reduce(
    (sum, all) => sum + all.reduce((part, one) => part + one.content.length, 0),
    0,
  );
  return kept + content.length > FILE_LIMITS.charactersOfSession
    ? `the files of a session have at most ${FILE_LIMITS.charactersOfSession} characters in all their versions`
    : null;
}
