import type { GraphDefinition } from '@council/contracts';
import { z } from 'zod';

/** How one node leads to another. `again`: a loop's way back. `child`: within a sequence. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'again' | 'child';
}

export interface LoopPlan {
  readonly id: string;
  /** The nodes that a round consists of; the loop node itself is not among them. */
  readonly body: ReadonlySet<string>;
  /** It is reached before its body, which it opens itself. Else the first round begins without it. */
  readonly isHead: boolean;
}

/** What follows from a graph alone, worked out once. */
export interface GraphPlan {
  /** Node ids as a walk from the start meets them: stable, whatever order the JSON's keys have. */
  readonly order: readonly string[];
  readonly incoming: ReadonlyMap<string, readonly Edge[]>;
  readonly outgoing: ReadonlyMap<string, readonly Edge[]>;
  readonly loops: ReadonlyMap<string, LoopPlan>;
  /** The loops around a node, the innermost first. A loop is not around itself. */
  readonly loopsAround: ReadonlyMap<string, readonly LoopPlan[]>;
  /** The children of the graph's sequences, in their order. */
  readonly children: ReadonlyMap<string, readonly string[]>;
}

const plans = new WeakMap<GraphDefinition, GraphPlan>();

export function planOf(graph: GraphDefinition): GraphPlan {
  let plan = plans.get(graph);
  if (plan === undefined) {
    plan = makePlan(graph);
    plans.set(graph, plan);
  }
  return plan;
}

function makePlan(graph: GraphDefinition): GraphPlan {
  const children = childrenOf(graph);
  const outgoing = new Map(Object.keys(graph.nodes).map((id) => [id, edgesFrom(graph, children, id)]));
  const order = walk(outgoing, graph.start_node_id);
  const incoming = new Map<string, Edge[]>(Object.keys(graph.nodes).map((id) => [id, []]));
  for (const id of order) for (const edge of outgoing.get(id) ?? []) incoming.get(edge.to)?.push(edge);
  const loops = new Map(order.filter((id) => isLoop(graph, id)).map((id) => [id, loopPlan(id, outgoing, incoming)]));
  return { order, incoming, outgoing, loops, loopsAround: loopsAround(order, loops), children };
}

const isLoop = (graph: GraphDefinition, id: string): boolean => graph.nodes[id]?.type === 'loop';

const Children = z.array(z.string());

/** Read leniently: whether the children are in order is for the validation to say. */
function childrenOf(graph: GraphDefinition): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.values(graph.nodes).flatMap((node): [string, readonly string[]][] => {
      if (node.type !== 'sequence') return [];
      const known = Children.safeParse(node.properties['children']).data ?? [];
      return [[node.node_id, known.filter((id) => graph.nodes[id] !== undefined && id !== node.node_id)]];
    }),
  );
}

/** A child leads to the next one only: when its sequence goes on is the sequence's own word. */
function edgesFrom(graph: GraphDefinition, children: ReadonlyMap<string, readonly string[]>, id: string): Edge[] {
  const next = (graph.nodes[id]?.next_ids ?? []).filter((to) => graph.nodes[to] !== undefined);
  const edges = next.map((to, place): Edge => ({
    from: id,
    to,
    kind: place === 0 && isLoop(graph, id) ? 'again' : 'next',
  }));
  const first = children.get(id)?.[0];
  if (first !== undefined) edges.unshift({ from: id, to: first, kind: 'child' });
  for (const siblings of children.values()) {
    const following = siblings[siblings.indexOf(id) + 1];
    if (siblings.includes(id) && following !== undefined) edges.push({ from: id, to: following, kind: 'child' });
  }
  return edges;
}

function walk(
  outgoing: ReadonlyMap<string, readonly Edge[]>,
  from: string,
  isEntered: (edge: Edge) => boolean = () => true,
): readonly string[] {
  const seen = new Set<string>();
  const queue = [from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (seen.has(id) || !outgoing.has(id)) continue;
    seen.add(id);
    for (const edge of outgoing.get(id) ?? []) if (isEntered(edge)) queue.push(edge.to);
  }
  return [...seen];
}

function loopPlan(
  id: string,
  outgoing: ReadonlyMap<string, readonly Edge[]>,
  incoming: ReadonlyMap<string, readonly Edge[]>,
): LoopPlan {
  const again = outgoing.get(id)?.find((edge) => edge.kind === 'again');
  const reached = again === undefined ? [] : walk(outgoing, again.to, (edge) => edge.to !== id);
  const returning = new Set([id]);
  for (let before = -1; before !== returning.size;) {
    before = returning.size;
    for (const node of reached) {
      if ((outgoing.get(node) ?? []).some((edge) => returning.has(edge.to))) returning.add(node);
    }
  }
  const body = new Set(reached.filter((node) => node !== id && returning.has(node)));
  // The children of a sequence lead nowhere by themselves, and belong to it.
  for (const node of reached) {
    if ((incoming.get(node) ?? []).some((edge) => edge.kind === 'child' && body.has(edge.from))) body.add(node);
  }
  const isHead = (incoming.get(id) ?? []).some((edge) => !body.has(edge.from));
  return { id, body, isHead };
}

function loopsAround(
  order: readonly string[],
  loops: ReadonlyMap<string, LoopPlan>,
): ReadonlyMap<string, readonly LoopPlan[]> {
  return new Map(
    order.map((id) => [
      id,
      [...loops.values()].filter(({ body }) => body.has(id)).toSorted((a, b) => a.body.size - b.body.size),
    ]),
  );
}
