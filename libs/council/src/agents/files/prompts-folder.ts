import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadPersona, readWithin } from './read-persona-file.js';

/** A file that is there, and a mark that changes when it does. */
export interface FolderEntry {
  readonly file: string;
  readonly stamp: string;
}

/** The folder of prompts: its `*.md` files, none of its subfolders. A folder that is absent has none. */
export class PromptsFolder {
  constructor(readonly path: string) {}

  /** In the order of their names. A link is stamped by what it leads to. */
  entries(): readonly FolderEntry[] {
    return this.names()
      .sort()
      .map((file) => ({ file, stamp: this.stampOf(file) }));
  }

  read(file: string): Promise<ReadPersona> {
    return readWithin(this.path, join(this.path, file));
  }

  readAll(): Promise<readonly ReadPersona[]> {
    return Promise.all(this.entries().map(({ file }) => this.read(file)));
  }

  private names(): string[] {
    const isPrompt = (entry: Dirent): boolean =>
      !entry.isDirectory() && !entry.name.startsWith('.') && entry.name.toLowerCase().endsWith('.md');
    try {
      return readdirSync(this.path, { withFileTypes: true })
        .filter(isPrompt)
        .map(({ name }) => name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  private stampOf(file: string): string {
    const stats = statSync(join(this.path, file), { throwIfNoEntry: false });
    return stats === undefined ? 'gone' : [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(':');
  }
}
