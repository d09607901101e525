import type { GraphDefinition } from '@council/contracts';
import type { Issue } from '@council/kernel';
import { type GraphPlan, type LoopPlan, planOf } from './graph-plan.js';
import { issue } from './issue.js';

/** A loop owns its cycle: every way round passes through a loop's first edge, and no way leaves its body but through it. */
export function loopIssues(graph: GraphDefinition): Issue[] {
  const plan = planOf(graph);
  const cycle = findCycle(plan, Object.keys(graph.nodes));
  if (cycle !== null) {
    const head = cycle[0] ?? '';
    const way = [...cycle, head].join(' -> ');
    return [issue(`nodes.${head}`, 'GRAPH.CYCLE', `goes round without a loop node: ${way}`, head)];
  }
  return [...plan.loops.values()].flatMap((loop) => bodyIssues(graph, plan, loop));
}

/** The ids of one cycle that takes no loop's way back, or null. */
function findCycle({ outgoing }: GraphPlan, ids: readonly string[]): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): readonly string[] | null => {
    if (done.has(id)) return null;
    const at = path.indexOf(id);
    if (at >= 0) return path.slice(at);
    path.push(id);
    for (const { to, kind } of outgoing.get(id) ?? []) {
      const cycle = kind === 'again' ? null : visit(to);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(id);
    return null;
  };
  for (const id of ids) {
    const cycle = visit(id);
    if (cycle !== null) return cycle;
  }
  return null;
}

function bodyIssues(graph: GraphDefinition, plan: GraphPlan, { id, body, isHead }: LoopPlan): Issue[] {
  const [again, exit] = graph.nodes[id]?.next_ids ?? [];
  if (again === undefined || exit === undefined) return [];
  const at = `nodes.${id}.next_ids`;
  if (again === id) return [issue(`${at}.0`, 'GRAPH.LOOP_EMPTY', 'the loop leads back to itself', id)];
  if (!body.has(again)) {
    return [issue(`${at}.0`, 'GRAPH.LOOP_OPEN', `"${again}" does not lead back to the loop`, id)];
  }
  const issues: Issue[] = [];
  if (body.has(exit) || exit === id) {
    issues.push(issue(`${at}.1`, 'GRAPH.LOOP_NO_EXIT', `"${exit}" is part of the loop's own body`, id));
  }
  for (const node of body) {
    const leaving = (plan.outgoing.get(node) ?? []).find(({ to }) => to !== id && !body.has(to));
    if (leaving === undefined) continue;
    const message = `leads out of the loop "${id}" to "${leaving.to}": a body is left through its loop only`;
    issues.push(issue(`nodes.${node}.next_ids`, 'GRAPH.LOOP_LEFT', message, node));
  }
  const isEntered = [...body].some((node) =>
    (plan.incoming.get(node) ?? []).some(({ from }) => from !== id && !body.has(from)),
  );
  if (!isHead && !isEntered) {
    issues.push(issue(`nodes.${id}`, 'GRAPH.LOOP_NOT_ENTERED', 'nothing leads into the loop', id));
  }
  return issues;
}
