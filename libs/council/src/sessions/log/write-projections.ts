import type { EntityManager } from 'typeorm';
import { projectProgress } from '../project-progress.js';
import { projectReviews } from '../reviews/project-reviews.js';
import type { SessionPatch } from '../session-projection.js';
import type { Placed } from './append-events.js';
import { isWithdrawing } from './project-rows.js';

/** Most patches change nothing but what the append's own statement writes: the session's row, messages and files. */
export const hasMore = (patch: SessionPatch): boolean =>
  (patch.reviews.length > 0 && !isWithdrawing(patch)) ||
  patch.scores.length > 0 ||
  patch.round !== null ||
  patch.lock !== null;

/** Reviews and progress of events that have their places. */
export async function writeProjections(
  manager: EntityManager,
  sessionUuid: string,
  places: readonly Placed[],
  patch: SessionPatch,
): Promise<void> {
  await projectReviews(manager, sessionUuid, patch.reviews, places);
  await projectProgress(manager, sessionUuid, patch, places);
}
