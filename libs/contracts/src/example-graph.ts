import { EXAMPLE_IDS } from './example-ids.js';

const node = (node_id: string, type: string, next_ids: readonly string[], properties: object = {}) => ({
  node_id,
  type,
  name: '',
  next_ids: [...next_ids],
  properties: { ...properties },
});

/** The smallest council that decides something, for the examples of the API. */
export const EXAMPLE_GRAPH = {
  workflow_uuid: '',
  name: 'For, against, ruling',
  description: '',
  start_node_id: 'start',
  nodes: {
    start: node('start', 'start', ['pro', 'contra']),
    pro: node('pro', 'agent', ['ruling'], { agent_uuid: EXAMPLE_IDS.valueDefender }),
    contra: node('contra', 'agent', ['ruling'], { agent_uuid: EXAMPLE_IDS.riskAuditor }),
    ruling: node('ruling', 'agent', ['end'], { agent_uuid: EXAMPLE_IDS.chiefJustice }),
    end: node('end', 'end', []),
  },
};
