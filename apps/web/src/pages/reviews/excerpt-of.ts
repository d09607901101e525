import type { Review } from '@/api/queries/reviews';

/** The first words of what was concluded, without the signs of Markdown: it is a glance, the whole is one press away. */
export function excerptOf({ conclusions }: Review['request']['draft']): string {
  return conclusions
    .join(' ')
    .replaceAll(/^#+ |[*_`>]+/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
}
