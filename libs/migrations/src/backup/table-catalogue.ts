import type { EntityManager } from 'typeorm';

export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Of the primary key. */
  readonly key: readonly string[];
}

/** Of the migrator, which writes it anew. */
export const MIGRATIONS_TABLE = 'schema_migrations';

/** All tables of the schema, read from the database itself: a table that a later migration brings is never forgotten. */
export async function readTables(manager: EntityManager): Promise<readonly TableShape[]> {
  const tables = await manager.query<TableShape[]>(TABLES, [MIGRATIONS_TABLE]);
  const links = await manager.query<{ child: string; parent: string }[]>(LINKS);
  return parentsFirst(tables, links);
}

function parentsFirst(
  tables: readonly TableShape[],
  links: readonly { readonly child: string; readonly parent: string }[],
): readonly TableShape[] {
  const ordered: TableShape[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const isFree = ({ name }: TableShape) => !links.some(({ child, parent }) => child === name && names.has(parent));
    const free = left.filter(isFree);
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...names].join(', ')}`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

/** Not those of an extension; a generated column is made by the database. */
const TABLES = `
  SELECT c.relname AS name,
    (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
     FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ) AS columns,
    COALESCE((SELECT json_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum))
     FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])
     WHERE i.indrelid = c.oid AND i.indisprimary), '[]') AS key
  FROM pg_class c
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> $1
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname`;

const LINKS = `
  SELECT DISTINCT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent
  FROM pg_constraint c
  WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace AND c.conrelid <> c.confrelid`;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** So that the text of a value means the same wherever it is read. */
export async function speakPlainly(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, MDY', true),
    set_config('IntervalStyle', 'postgres', true), set_config('extra_float_digits', '1', true),
    set_config('bytea_output', 'hex', true), set_config('statement_timeout', '0', true)`);
}
