import type { GraphDefinition } from '@council/contracts';
import type { TemplateWords } from '../templates/template.entity.js';

/** The graph with the words that its nodes have in the language of the session; what has none there stays as it is. */
export function toldGraph(graph: GraphDefinition, words: TemplateWords | undefined): GraphDefinition {
  if (words === undefined) return graph;
  const { nodes: names = {}, properties: texts = {} } = words;
  const nodes = Object.entries(graph.nodes).map(([id, node]) => [
    id,
    { ...node, name: names[id] ?? node.name, properties: { ...node.properties, ...texts[id] } },
  ]);
  return { ...graph, nodes: Object.fromEntries(nodes) as GraphDefinition['nodes'] };
}
