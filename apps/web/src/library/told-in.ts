import type { Schemas } from '@/api/client';

interface Words {
  readonly name?: string;
  readonly description?: string;
  readonly nodes?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What came with the product says in other languages what it is called and what it is. */
interface Told {
  readonly graph?: Schemas['GraphDefinition'];
  readonly translations: { readonly zh?: Words } | null;
}

/** The row with its words of a language, those of its nodes among them; what has none there keeps its own. */
export function toldIn<Row extends Told>(language: 'en' | 'zh', row: Row): Row {
  if (language === 'en' || row.translations?.zh === undefined) return row;
  const { nodes: names = {}, properties: texts = {}, ...words } = row.translations.zh;
  if (row.graph === undefined) return { ...row, ...words };
  const nodes = Object.entries(row.graph.nodes).map(([id, node]) => [
    id,
    { ...node, name: names[id] ?? node.name, properties: { ...node.properties, ...texts[id] } },
  ]);
  return { ...row, ...words, graph: { ...row.graph, nodes: Object.fromEntries(nodes) as object } };
}
