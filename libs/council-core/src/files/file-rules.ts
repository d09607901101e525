/** The file that a council works on. `start` writes its first version; agents write proposals. */
export const DOCUMENT_PATH = '/document.md';

export const FILE_LIMITS = {
  pathCharacters: 255,
  /** UTF-16 units of one version. */
  characters: 1_000_000,
  files: 100,
  versionsOfFile: 200,
  /** UTF-16 units of all versions of all files of a session: its state is held in memory while it runs. */
  charactersOfSession: 20_000_000,
} as const;

const SEGMENT = /^[^\p{Cc}\p{Cf}\\/:*?"<>|]+$/u;

/** Why a path cannot be one of a session file; null where it can. Paths are absolute and already in their plain form. */
export function pathProblem(path: string): string | null {
  if (path.length > FILE_LIMITS.pathCharacters) return `a path has at most ${FILE_LIMITS.pathCharacters} characters`;
  if (!path.startsWith('/') || path.length === 1) return 'a path begins with / and names a file, such as /notes.md';
  const segments = path.slice(1).split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'a path has no empty parts, no "." and no ".."';
  }
  return segments.every((segment) => SEGMENT.test(segment) && segment.trim() === segment)
    ? null
    : 'a part of a path has no control characters, none of \\ : * ? " < > |, and no blanks at its ends';
}
