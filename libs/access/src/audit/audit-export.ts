import { Readable } from 'node:stream';
import type { AccessLogExportQuery } from '@council/contracts';
import { CSV_HEAD, csvLine, jsonLine } from './audit-lines.js';
import type { AuditTrail } from './audit-trail.js';

const PAGE = 200;

/** The whole trail within the filter, read page by page as fast as it is taken. */
export function exportTrail(trail: AuditTrail, { format, ...filter }: AccessLogExportQuery): Readable {
  return Readable.from(lines(trail, filter, format));
}

async function* lines(
  trail: AuditTrail,
  filter: Omit<AccessLogExportQuery, 'format'>,
  format: AccessLogExportQuery['format'],
): AsyncGenerator<string> {
  if (format === 'csv') yield CSV_HEAD;
  let cursor: string | undefined;
  do {
    const { items, next_cursor } = await trail.list({
      ...filter,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield items.map(format === 'csv' ? csvLine : jsonLine).join('');
    cursor = next_cursor ?? undefined;
  } while (cursor !== undefined);
}
