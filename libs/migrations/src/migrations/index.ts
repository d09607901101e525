import type { MigrationInterface } from 'typeorm';
import { Foundation1764000000001 } from './0001-foundation.js';

/** In order. Append-only: a migration that has been released is never edited. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [Foundation1764000000001];
