import type { Complexity, GraphDefinition, GraphNode } from '@council/contracts';

const MODERATE_FROM = 5;
const COMPLEX_FROM = 10;
/** What is worth more than one turn: a round more of everything, and a person who has to come. */
const LOOP = 3;
const PERSON = 2;

/** A convention, not a measurement: turns of seats, with loops and people counted as several of them. */
export function complexityOf({ nodes }: GraphDefinition): Complexity {
  const weight = Object.values(nodes).reduce((sum, node) => sum + weightOf(node), 0);
  if (weight >= COMPLEX_FROM) return 'complex';
  return weight >= MODERATE_FROM ? 'moderate' : 'simple';
}

function weightOf({ type, properties }: GraphNode): number {
  switch (type) {
    case 'agent':
    case 'llm':
    case 'fact_check':
      return 1;
    case 'vote': {
      const voters = properties['agent_uuids'];
      return Array.isArray(voters) ? voters.length : 1;
    }
    case 'loop':
      return LOOP;
    case 'human_review':
      return PERSON;
    default:
      return 0;
  }
}
