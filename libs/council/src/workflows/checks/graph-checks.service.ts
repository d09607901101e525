import type { GraphCheck, GraphDefinition, GraphToCheck } from '@council/contracts';
import { Evidence, ModelCatalogue, readGraph, RUNNABLE_KINDS, validateGraph } from '@council/council-core';
import { type Issue, isUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { seatedAgents } from '../../sessions/seated-agents.js';
import { draftSeats } from '../../sessions/seat-wishes.js';
import { SessionSources } from '../../sessions/session-sources.js';
import { graphWarnings } from './graph-warnings.js';

/** The personas are not read here, only who sits where. */
const ANY_LANGUAGE = 'en';

/** Says of a graph all that would be said when a session is started with it, and starts none. */
@Injectable()
export class GraphChecks {
  constructor(
    private readonly sources: SessionSources,
    private readonly catalogue: ModelCatalogue,
    private readonly evidence: Evidence,
  ) {}

  async check(body: GraphToCheck): Promise<GraphCheck> {
    const { graph, issues: form } = readGraph(bareGraph(body));
    const rules = validateGraph(graph).filter(({ path }) => !form.some((issue) => isWithin(path, issue.path)));
    const { seats, issues: seating } = await this.seat(withReadableNodes(graph));
    const issues = [...form, ...rules, ...idIssues(graph), ...seating];
    const plan = this.catalogue.plan(seats.flatMap((seat) => [seat, ...seat.fallbacks]));
    return { valid: issues.length === 0, issues, warnings: [...graphWarnings(graph, plan)] };
  }

  private async seat(graph: GraphDefinition): Promise<ReturnType<typeof draftSeats>> {
    const hasEvidence = this.evidence.sources().length > 0;
    const agents = await this.sources.agents(seatedAgents(graph, hasEvidence).map((seat) => seat.agent_uuid));
    const { seats, issues } = draftSeats(graph, agents, {}, ANY_LANGUAGE, hasEvidence);
    return { seats, issues: issues.map((issue) => ({ ...issue, path: issue.path.replace(/^graph\./, '') })) };
  }
}

function idIssues({ workflow_uuid: id }: GraphDefinition): Issue[] {
  if (id === '' || isUuid(id)) return [];
  return [{ path: 'workflow_uuid', code: 'GRAPH.WORKFLOW_ID', message: 'is not a uuid' }];
}

function bareGraph(body: GraphToCheck): Readonly<Record<string, unknown>> {
  const { graph } = body;
  const isWrapped = typeof graph === 'object' && graph !== null && !('nodes' in body);
  return isWrapped ? (graph as Record<string, unknown>) : body;
}

/** Only of nodes whose properties can be read is it known who sits there. */
function withReadableNodes(graph: GraphDefinition): GraphDefinition {
  const nodes = Object.entries(graph.nodes).filter(
    ([, node]) => RUNNABLE_KINDS.get(node.type)?.properties.safeParse(node.properties).success,
  );
  return { ...graph, nodes: Object.fromEntries(nodes) };
}

const isWithin = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}.`);
