import type { Language } from '@council/contracts';
import { describeKinds } from '../nodes/describe-kinds.js';
import type { ChatMessage } from '../ports/chat-model.js';

/** Who could take a seat. */
export interface AvailableAgent {
  readonly agent_uuid: string;
  readonly name: string;
  readonly description: string;
}

const WORDS: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese (简体中文)' };

/** What a model is asked when a workflow shall be made of a sentence: the kinds of nodes as validation knows them, and whom there is to seat. */
export function graphRequest(
  prompt: string,
  agents: readonly AvailableAgent[],
  language: Language,
): readonly ChatMessage[] {
  const kinds = describeKinds().map(({ kind, exits, properties, words: { en } }) => ({
    type: kind,
    does: en.description,
    next_ids: { min: exits.min, max: exits.max, ...(en.exits === null ? {} : { order: en.exits }) },
    properties,
  }));
  const seats = agents.map(({ agent_uuid, name, description }) => ({ agent_uuid, name, description }));
  return [
    {
      role: 'system',
      content: [
        'You design workflows in which AI agents deliberate over a document and end in a verdict.',
        'A workflow is a graph of nodes. Edges are the next_ids of each node. Exactly one node is of type "start" and at least one of type "end"; every node is reached from the start and leads to an end. The only way back is the first edge of a loop node.',
        `The types of nodes, with the JSON schema of their properties:\n${JSON.stringify(kinds)}`,
        `The agents that can be seated, by agent_uuid; invent none:\n${JSON.stringify(seats)}`,
        'Use as few nodes as what is asked for needs. Leave out properties whose preset will do.',
        `Answer with one JSON object and nothing else: {"explanation": what the workflow does and why, in two or three sentences, "graph": {"name", "description", "start_node_id", "nodes": {<node_id>: {"node_id", "type", "name", "next_ids", "properties"}}}}. Write names, description and explanation in ${WORDS[language]}.`,
      ].join('\n\n'),
    },
    { role: 'user', content: prompt },
  ];
}
